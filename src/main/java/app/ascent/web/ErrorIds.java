package app.ascent.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Names for faults of ours, short enough to be read out on the telephone: {@code 7f3a-91c2}. */
final class ErrorIds {

    /** Request attribute under which the id travels from the log line to the error page. */
    static final String ATTRIBUTE = ErrorIds.class.getName();

    private ErrorIds() {}

    static String next() {
        String digits = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        return digits.substring(0, 4) + "-" + digits.substring(4);
    }
}
