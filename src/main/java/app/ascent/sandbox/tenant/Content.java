package app.ascent.sandbox.tenant;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * What is in a file: it begins in its own way, and goes on with the same again and again, so that nobody has to hold it.
 *
 * @param first what it begins with; all of it, when it is short
 * @param next what it goes on with, as often as is needed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Content(byte[] first, byte[] next, long size, Delivery delivery) {

    /** Base64 of so many bytes needs nothing at its end. */
    static final int BLOCK = 3 * 16 * 1024;

    /** Hands out its parts, of which the last may be shorter; one that comes again is the same object. */
    public void parts(Consumer<byte[]> sink) {
        sink.accept(first);
        for (long left = size - first.length; left > 0; left -= BLOCK) {
            sink.accept(left < BLOCK ? Arrays.copyOf(next, (int) left) : next);
        }
    }
}
