package app.ascent.sandbox.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** What goes back to the caller. */
sealed interface Reply permits Answer, Reply.Stream {

    void send(HttpServletResponse response) throws IOException;

    /** The body as a whole, for those who spoil it. */
    byte[] bytes();

    /** A body that is written while the records are made, so that a page is never held. */
    record Stream(Consumer<JsonGenerator> body) implements Reply {

        @Override
        public void send(HttpServletResponse response) throws IOException {
            response.setContentType(Answer.JSON_TYPE);
            try (JsonGenerator generator = Json.generator(response.getOutputStream())) {
                body.accept(generator);
            }
            response.flushBuffer();
        }

        @Override
        public byte[] bytes() {
            var bytes = new ByteArrayOutputStream();
            try (JsonGenerator generator = Json.generator(bytes)) {
                body.accept(generator);
            }
            return bytes.toByteArray();
        }
    }
}
