package app.ascent.autotask.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Ends a stream in which nothing comes for too long while somebody waits for it; however long all of it takes, and however long
 * whoever reads it is busy with what came.
 */
final class Patience extends FilterInputStream {

    private final Duration most;
    private final Thread watch;
    private volatile long waitsSince;
    private volatile boolean waits;

    Patience(InputStream stream, Duration most) {
        super(stream);
        this.most = most;
        this.watch = Thread.ofVirtual().name("patience").start(this::watch);
    }

    private void watch() {
        try {
            while (silent().compareTo(most) < 0) {
                Thread.sleep(most.minus(silent()));
            }
            in.close(); // whoever waits for more hears of it
        } catch (InterruptedException | IOException over) {
            return; // it has come to its end
        }
    }

    private Duration silent() {
        return waits ? Duration.ofNanos(System.nanoTime() - waitsSince) : Duration.ZERO;
    }

    @FunctionalInterface
    private interface Wait {
        int read() throws IOException;
    }

    private int waited(Wait wait) throws IOException {
        waitsSince = System.nanoTime();
        waits = true;
        try {
            return wait.read();
        } finally {
            waits = false;
        }
    }

    @Override
    public int read() throws IOException {
        return waited(super::read);
    }

    @Override
    public int read(byte[] octets, int from, int length) throws IOException {
        return waited(() -> super.read(octets, from, length));
    }

    @Override
    public void close() throws IOException {
        watch.interrupt();
        super.close();
    }
}
