package app.ascent.autotask.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A line on which nothing comes is given up, and a disk that stands still is no such line. */
class PatienceTests {

    private static final Duration MOST = Duration.ofMillis(100);

    /** Has something at once, as often as it is asked; or nothing at all. */
    private static final class Socket extends InputStream {

        private final CountDownLatch closed = new CountDownLatch(1);
        private final boolean silent;

        Socket(boolean silent) {
            this.silent = silent;
        }

        @Override
        public int read() throws IOException {
            if (silent) {
                awaitEnd();
            }
            if (closed.getCount() == 0) {
                throw new IOException("closed");
            }
            return 7;
        }

        @Override
        public int read(byte[] octets, int from, int length) throws IOException {
            octets[from] = (byte) read();
            return 1;
        }

        private void awaitEnd() throws IOException {
            try {
                closed.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @Test
    @Timeout(10)
    void lastsAsLongAsWhoeverReadsIsBusyWithWhatCame() throws Exception {
        Socket socket = new Socket(false);
        try (Patience body = new Patience(socket, MOST)) {
            assertThat(body.read()).isEqualTo(7);

            Thread.sleep(MOST.multipliedBy(4));

            assertThat(socket.closed.getCount()).as("still open").isOne();
            assertThat(body.read(new byte[10])).isOne();
        }
    }

    @Test
    @Timeout(10)
    void endsWhereNothingComes() throws Exception {
        try (Patience body = new Patience(new Socket(true), MOST)) {
            assertThatThrownBy(body::read).isInstanceOf(IOException.class);
        }
    }

    /** Having been busy before buys no more time. */
    @Test
    @Timeout(10)
    void endsWhereNothingComesAfterwards() throws Exception {
        Socket socket = new Socket(true);
        try (Patience body = new Patience(socket, MOST)) {
            Thread.sleep(MOST.multipliedBy(3));

            assertThatThrownBy(() -> body.read(new byte[10])).isInstanceOf(IOException.class);
        }
    }
}
