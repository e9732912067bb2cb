package app.ascent.sandbox.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** What goes back to the caller. */
sealed interface Reply permits Answer, Reply.Stream, Reply.Cut {

    /** What the log says of the call. */
    int status();

    void send(HttpServletResponse response) throws IOException;

    /** The body as a whole, for those who spoil it. */
    byte[] bytes();

    /** A body that is written while the records are made, so that a page is never held. */
    record Stream(Consumer<JsonGenerator> body) implements Reply {

        @Override
        public int status() {
            return 200;
        }

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

    /**
     * One that stops short: the connection is closed in its middle.
     *
     * @param begun whether the first half of it is sent, or nothing at all
     */
    record Cut(Reply whole, boolean begun, HttpServletRequest request) implements Reply {

        @Override
        public int status() {
            return 0;
        }

        @Override
        public void send(HttpServletResponse response) throws IOException {
            if (begun) {
                byte[] bytes = bytes();
                Answer.json("").head(response, bytes.length);
                response.getOutputStream().write(Arrays.copyOf(bytes, bytes.length / 2));
                response.flushBuffer();
            }
            ConnectionCutter.cut(request);
        }

        @Override
        public byte[] bytes() {
            return whole.bytes();
        }
    }
}
