package app.ascent.autotask.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Ends a stream in which nothing came for too long; however long all of it takes. */
final class Patience extends FilterInputStream {

    private final Duration most;
    private final Thread watch;
    private volatile long cameAt = System.nanoTime();

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
        return Duration.ofNanos(System.nanoTime() - cameAt);
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        cameAt = System.nanoTime();
        return octet;
    }

    @Override
    public int read(byte[] octets, int from, int length) throws IOException {
        int count = super.read(octets, from, length);
        cameAt = System.nanoTime();
        return count;
    }

    @Override
    public void close() throws IOException {
        watch.interrupt();
        super.close();
    }
}
