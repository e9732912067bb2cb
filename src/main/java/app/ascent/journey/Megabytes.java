package app.ascent.journey;

import app.ascent.importing.ScopeRefused;
import app.ascent.web.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Sizes of files as people enter them. */
public final class Megabytes {

    private static final BigDecimal BYTES = BigDecimal.valueOf(1024L * 1024);

    /** No file is larger, and no byte is smaller. */
    private static final Pattern SENSIBLE = Pattern.compile("\\d{1,12}(\\.\\d{1,25})?");

    private Megabytes() {}

    /** As few digits as are read as so many bytes again: a program may have chosen any number of them. */
    public static String of(long bytes) {
        BigDecimal exactly = BigDecimal.valueOf(bytes).divide(BYTES);
        return IntStream.rangeClosed(0, exactly.scale())
                .mapToObj(digits -> exactly.setScale(digits, RoundingMode.UP))
                .filter(shorter -> bytes(shorter) == bytes)
                .findFirst()
                .orElse(exactly)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** @throws ScopeRefused when that is no number */
    public static long read(String megabytes, Texts texts) {
        if (!SENSIBLE.matcher(megabytes).matches()) {
            throw new ScopeRefused("files.upTo", texts.say("scope.files.no-size"));
        }
        return bytes(new BigDecimal(megabytes));
    }

    private static long bytes(BigDecimal megabytes) {
        return megabytes.multiply(BYTES).setScale(0, RoundingMode.DOWN).longValueExact();
    }
}
