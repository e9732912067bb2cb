package app.ascent.record.field;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decimals as records hold them: of one number there is one object, however somebody wrote it. */
public final class Decimals {

    private static final int MOST_BEHIND = 4;
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    private Decimals() {}

    /** With cents, and fractions of them where there are any. */
    public static @Nullable BigDecimal money(@Nullable BigDecimal amount) {
        return amount == null ? null : amount(amount);
    }

    /** The same of what is always there. */
    public static BigDecimal amount(BigDecimal amount) {
        return atLeast(2, amount);
    }

    /** Without zeros behind the point. */
    public static @Nullable BigDecimal quantity(@Nullable BigDecimal number) {
        return number == null ? null : atLeast(0, number);
    }

    private static BigDecimal atLeast(int behind, BigDecimal number) {
        BigDecimal bare = number.setScale(Math.min(MOST_BEHIND, Math.max(0, number.scale())), RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return bare.scale() < behind ? bare.setScale(behind) : bare;
    }

    /** {@code 1240.5} or {@code 1,240.50}, as people write; no exponent, which would make a screenful of zeros. */
    static BigDecimal entered(String text) {
        if (GROUPED.matcher(text).matches()) {
            return new BigDecimal(text.replace(",", ""));
        }
        if (!PLAIN.matcher(text).matches()) {
            throw new NumberFormatException("No decimal: " + text);
        }
        return new BigDecimal(text);
    }
}
