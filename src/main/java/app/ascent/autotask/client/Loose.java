package app.ascent.autotask.client;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a value means, in whichever way it is written. */
public final class Loose {

    private static final int LONGEST = 30;

    private Loose() {}

    /** A whole number: {@code 500}, {@code "500"}, {@code 500.0}, {@code "10,000"}; null for anything else. */
    public static @Nullable Long number(@Nullable String value) {
        if (value == null || value.length() > LONGEST) {
            return null;
        }
        try {
            return new BigDecimal(value.replace(",", "")).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** A whole number within bounds, the highest for what is above them; null for anything else. */
    static @Nullable Integer between(int lowest, int highest, @Nullable String value) {
        Long number = number(value);
        return number == null || number < lowest ? null : Integer.valueOf((int) Math.min(number, highest));
    }

    /** Yes or no; {@code otherwise} for anything else. */
    static boolean flag(@Nullable String value, boolean otherwise) {
        return switch (value == null ? "" : value.toLowerCase(Locale.ROOT)) {
            case "true", "1", "1.0", "yes", "y", "t" -> true;
            case "false", "0", "0.0", "no", "n", "f" -> false;
            default -> otherwise;
        };
    }
}
