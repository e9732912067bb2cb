package app.ascent.autotask.client;

import java.io.OutputStream;

/** What came of asking for the content of a file. */
public sealed interface Download {

    /** All of it is where it was to go. */
    record Whole(long bytes) implements Download {}

    /** There is more than was to be taken. */
    record TooLong() implements Download {}

    /** What came is no content: it cannot be decoded. */
    record Damaged() implements Download {}

    /**
     * No way to it led anywhere.
     *
     * @param denied whether that is for want of a right
     * @param why a plain sentence
     */
    record Absent(boolean denied, String why) implements Download {}

    /** Where content goes; asked for at the beginning of each try, and empty then. It may throw whatever it likes, which is passed on. */
    @FunctionalInterface
    interface Sink {
        OutputStream begin();
    }
}
