package app.ascent.importing.field;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Reads Autotask's times: UTC, with or without a fraction, and with or without the Z that says so. */
public final class SourceTime {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2201-01-01T00:00:00Z");

    private SourceTime() {}

    /** The time, or empty when the text is none or lies before 1900 or after 2200. */
    public static Optional<Instant> parse(String cleaned) {
        try {
            Instant time = toInstant(DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    cleaned.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from));
            return Optional.of(time).filter(SourceTime::isPlausible);
        } catch (DateTimeException noTime) {
            return parseDate(cleaned);
        }
    }

    private static Optional<Instant> parseDate(String cleaned) {
        try {
            Instant midnight = LocalDate.parse(cleaned).atStartOfDay().toInstant(ZoneOffset.UTC);
            return Optional.of(midnight).filter(SourceTime::isPlausible);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Instant toInstant(TemporalAccessor time) {
        return time instanceof OffsetDateTime offset
                ? offset.toInstant()
                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    }

    private static boolean isPlausible(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }
}
