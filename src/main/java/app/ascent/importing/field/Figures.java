package app.ascent.importing.field;

import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Reason;
import app.ascent.text.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the dates and amounts of one record; what is none of the two is left out, with a remark. */
public record Figures(FieldReading reading) {

    private static final BigDecimal LARGEST = new BigDecimal("9999999999999");
    private static final int LONGEST = 40;

    /** A date as it stands there, which no time zone shifts. */
    public @Nullable LocalDate date(String field, @Nullable String raw) {
        String cleaned = Text.clean(raw);
        if (cleaned == null) {
            return null;
        }
        Optional<Instant> time = SourceTime.read(cleaned);
        if (time.filter(SourceTime::isPlausible).isPresent()) {
            return LocalDate.ofInstant(time.get(), ZoneOffset.UTC);
        }
        reading.remark(Finding.of(Reason.INVALID_DATE, field, FieldReading.shown(cleaned))
                .saying(
                        time.isPresent()
                                ? "The date lies before 1900 or after 2200, so it was left out."
                                : "The date cannot be read, so it was left out."));
        reading.unresolved(field);
        return null;
    }

    public @Nullable BigDecimal amount(String field, @Nullable String raw) {
        String cleaned = Text.clean(raw);
        if (cleaned == null) {
            return null;
        }
        BigDecimal amount = number(cleaned);
        if (amount == null) {
            reading.remark(Finding.unknownValue(field, FieldReading.shown(cleaned), null, null)
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
