package app.ascent.importing.field;

import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Reason;
import app.ascent.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the dates and amounts of one record; what is none of the two is left out, with a remark. */
public record Figures(FieldReading reading) {

    private static final BigDecimal LARGEST = new BigDecimal("9999999999999");
    private static final int LONGEST = 40;

    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.]+([eE][-+]?\\d+)?");

    /** What {@link #minutes} reads at most. */
    public static final long MOST_MINUTES = 6_000_000;

    private static final BigDecimal HOUR = new BigDecimal(60);
    private static final BigDecimal MOST_HOURS = new BigDecimal(100_000);
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal LEAST = new BigDecimal("0.01");

    /** A date as it stands there, which no time zone shifts. */
    public @Nullable LocalDate date(String field, @Nullable String raw) {
        Instant time = time(field, raw);
        return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** The date of an end; one before the start is left out. */
    public @Nullable LocalDate end(String field, @Nullable String raw, @Nullable LocalDate start) {
        LocalDate end = date(field, raw);
        if (end == null || start == null || !end.isBefore(start)) {
            return end;
        }
        reading.remark(Finding.of(Reason.INVALID_DATE, field, end.toString())
                .saying("It ends before it starts (%s), so its end was left out.".formatted(start)));
        reading.unresolved(field);
        return null;
    }

    public @Nullable Instant time(String field, @Nullable String raw) {
        String cleaned = Text.clean(raw);
        if (cleaned == null) {
            return null;
        }
        Optional<Instant> time = SourceTime.read(cleaned);
        if (time.filter(SourceTime::isPlausible).isPresent()) {
            return time.get();
        }
        reading.remark(Finding.of(Reason.INVALID_DATE, field, FieldReading.shown(cleaned))
                .saying(
                        time.isPresent()
                                ? "The date lies before 1900 or after 2200, so it was left out."
                                : "The date cannot be read, so it was left out."));
        reading.unresolved(field);
        return null;
    }

    /** Hours with a fraction, as minutes; what nobody can work is left out. */
    public @Nullable Long minutes(String field, @Nullable String raw) {
        BigDecimal hours = amount(field, raw, " hours");
        if (hours == null) {
            return null;
        }
        if (hours.signum() < 0 || hours.compareTo(MOST_HOURS) > 0) {
            reading.remark(Finding.unknownValue(field, FieldReading.shown(Text.clean(raw)), said(raw, " hours"), null)
                    .saying("Hours below 0 or above 100,000 cannot be, so they were left out."));
            reading.unresolved(field);
            return null;
        }
        return rounded(hours.multiply(HOUR));
    }

    /** Hours of which nothing is remarked, as minutes; null for what nobody can work. */
    public static @Nullable Long minutes(@Nullable String raw) {
        BigDecimal hours = number(raw);
        return hours == null ? null : minutes(hours);
    }

    /** The same of a number. */
    public static @Nullable Long minutes(BigDecimal hours) {
        return hours.signum() < 0 || hours.compareTo(MOST_HOURS) > 0 ? null : rounded(hours.multiply(HOUR));
    }

    /** How much is done; what is below 0 or above 100 becomes the nearer of the two. */
    public @Nullable Long percent(String field, @Nullable String raw) {
        BigDecimal percent = amount(field, raw, "%");
        if (percent == null) {
            return null;
        }
        BigDecimal possible = percent.max(BigDecimal.ZERO).min(HUNDRED);
        if (possible.compareTo(percent) != 0) {
            String used = possible.toPlainString();
            reading.remark(Finding.unknownValue(field, FieldReading.shown(Text.clean(raw)), said(raw, "%"), used)
                    .saying("It cannot be done by less than 0 or more than 100 percent, so %s was used."
                            .formatted(used)));
        }
        return rounded(possible);
    }

    /** Of a number with a million places behind its point nobody needs to write them. */
    private static long rounded(BigDecimal number) {
        return number.compareTo(LEAST) < 0
                ? 0
                : number.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /**
     * What a report calls a number that cannot be, as a picklist would a value; null for what is none.
     *
     * @param unit as it follows the number
     */
    public static @Nullable String said(@Nullable String raw, String unit) {
        String cleaned = Text.clean(raw);
        if (cleaned == null || !NUMBER.matcher(cleaned).matches()) {
            return null;
        }
        BigDecimal number = number(cleaned);
        String figure = number == null || number.scale() > LONGEST
                ? cleaned
                : number.stripTrailingZeros().toPlainString();
        return FieldReading.shown(figure) + unit;
    }

    public @Nullable BigDecimal amount(String field, @Nullable String raw) {
        return amount(field, raw, "");
    }

    private @Nullable BigDecimal amount(String field, @Nullable String raw, String unit) {
        String cleaned = Text.clean(raw);
        if (cleaned == null) {
            return null;
        }
        BigDecimal amount = number(cleaned);
        if (amount == null) {
            reading.remark(Finding.unknownValue(field, FieldReading.shown(cleaned), said(cleaned, unit), null)
                    .saying("The amount cannot be read, so it was left out."));
            reading.unresolved(field);
        }
        return amount;
    }

    /** A number of a row that is looked up, of which nothing is remarked; null where there is none. */
    public static @Nullable BigDecimal number(@Nullable String raw) {
        String cleaned = Text.clean(raw);
        if (cleaned == null || cleaned.length() > LONGEST) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(cleaned);
            return number.abs().compareTo(LARGEST) > 0 ? null : number;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /** A date of a row that is looked up, likewise. */
    public static @Nullable LocalDate day(@Nullable String raw) {
        String cleaned = Text.clean(raw);
        return cleaned == null
                ? null
                : SourceTime.read(cleaned)
                        .filter(SourceTime::isPlausible)
                        .map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC))
                        .orElse(null);
    }
}
