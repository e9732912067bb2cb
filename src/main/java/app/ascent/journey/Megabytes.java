package app.ascent.journey;

import app.ascent.importing.ScopeRefused;
import app.ascent.web.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sizes of files as people enter them. */
public final class Megabytes {

    private static final BigDecimal BYTES = BigDecimal.valueOf(1024L * 1024);

    /** No file is as large, and no number behind it is worth reading. */
    private static final int DIGITS = 30;

    private Megabytes() {}

    /** Without loss: a program may have chosen any number of bytes. */
    public static String of(long bytes) {
        return BigDecimal.valueOf(bytes).divide(BYTES).stripTrailingZeros().toPlainString();
    }

    /** @throws ScopeRefused when that is no number */
    public static long read(String megabytes, Texts texts) {
        try {
            BigDecimal entered = new BigDecimal(megabytes.length() > DIGITS ? "" : megabytes);
            return entered.multiply(BYTES).setScale(0, RoundingMode.DOWN).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new ScopeRefused("files.upTo", texts.say("scope.files.no-size"));
        }
    }
}
