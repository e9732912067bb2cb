package app.ascent.sandbox.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** What goes back to the caller. */
sealed interface Reply permits Answer, Reply.Stream, Reply.Cut {

    /** What the log says of the call. */
    int status();

    void send(HttpServletResponse response) throws IOException;

    /** Writes the body; the same each time. */
    void write(OutputStream out) throws IOException;

    /** A body that is written while the records are made, so that neither a page nor a file is ever held. */
    record Stream(Consumer<JsonGenerator> body) implements Reply {

        @Override
        public int status() {
            return 200;
        }

        @Override
        public void send(HttpServletResponse response) throws IOException {
            response.setContentType(Answer.JSON_TYPE);
            write(response.getOutputStream());
            response.flushBuffer();
        }

        @Override
        public void write(OutputStream out) {
            try (JsonGenerator generator = Json.generator(out)) {
                body.accept(generator);
            }
        }
    }

    /**
     * One that stops short: the connection is closed in its middle.
     *
     * @param begun whether the first half of it is sent, or nothing at all
     * @param silence how long nothing comes before that
     */
    record Cut(Reply whole, boolean begun, Duration silence, HttpServletRequest request) implements Reply {

        @Override
        public int status() {
            return 0;
        }

        @Override
        public void send(HttpServletResponse response) throws IOException {
            if (begun) {
                var measured = new Gate(OutputStream.nullOutputStream(), 0);
                whole.write(measured);
                Answer.json("").head(response, measured.seen);
                whole.write(new Gate(response.getOutputStream(), measured.seen / 2));
                response.flushBuffer();
            }
            try {
                Thread.sleep(silence);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ConnectionCutter.cut(request);
        }

        @Override
        public void write(OutputStream out) throws IOException {
            whole.write(out);
        }
    }

    /** Lets so many bytes through, and counts all. */
    final class Gate extends OutputStream {

        private final OutputStream out;
        private final long most;
        private long seen;

        Gate(OutputStream out, long most) {
            this.out = out;
            this.most = most;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, Math.clamp(most - seen, 0, length));
            seen += length;
        }
    }
}
