package app.ascent.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Minutes as people write and read them, in hours: {@code 140:30}. */
public final class Hours {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,6}):([0-5]\\d)");
    private static final Pattern MINUTES = Pattern.compile("\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}([.,]\\d{1,2})?");
    private static final BigDecimal AN_HOUR = BigDecimal.valueOf(60);

    private Hours() {}

    public static String of(long minutes) {
        return "%d:%02d".formatted(minutes / 60, minutes % 60);
    }

    /** A figure to read, not to type: {@code 1,204:35}; less than nothing with a minus before it. */
    public static String figure(long minutes) {
        long size = Math.abs(minutes);
        return String.format(Locale.ENGLISH, "%s%,d:%02d", minutes < 0 ? "−" : "", size / 60, size % 60);
    }

    /** Of hours and minutes, or of minutes alone, as programs send them. */
    public static long minutes(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return Long.parseLong(clock.group(1)) * 60 + Long.parseLong(clock.group(2));
        }
        if (!MINUTES.matcher(text).matches()) {
            throw new NumberFormatException("No duration: " + text);
        }
        return Long.parseLong(text);
    }

    /** What a person typed, for whom a bare number is one of hours: {@code 1.5} becomes {@code 1:30}; the rest stays as it is. */
    public static @Nullable String typed(@Nullable String text) {
        String typed = text == null ? "" : text.strip();
        if (!DECIMAL.matcher(typed).matches()) {
            return text;
        }
        return of(new BigDecimal(typed.replace(',', '.'))
                .multiply(AN_HOUR)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
