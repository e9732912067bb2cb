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
import org.jspecify.annotations.Nullable;

/** Reads Autotask's times: UTC, with or without a fraction, and with or without the Z that says so. */
public final class SourceTime {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2201-01-01T00:00:00Z");

    private static final String SHAPE = "0000-00-00T00:00:00.";

    private SourceTime() {}

    /** The time, or empty when the text is none. */
    public static Optional<Instant> read(String cleaned) {
        try {
            Instant usual = usual(cleaned);
            if (usual != null) {
                return Optional.of(usual);
            }
            return Optional.of(toInstant(DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    cleaned.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from)));
        } catch (DateTimeException noTime) {
            return readDate(cleaned);
        }
    }

    /** Whether it lies in the years 1900 to 2200; others are placeholders or mistakes. */
    public static boolean isPlausible(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }

    /** Autotask's own way of writing, {@code 2021-03-04T05:06:07.89Z}, read without a formatter's tables; else null. */
    private static @Nullable Instant usual(String text) {
        int length = text.length();
        if (length < 20 || length > 30 || text.charAt(length - 1) != 'Z') {
            return null;
        }
        for (int i = 0; i < length - 1; i++) {
            char expected = i < SHAPE.length() ? SHAPE.charAt(i) : '0';
            char c = text.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return null;
            }
        }
        int hour = number(text, 11, 13);
        // At the end of a day that is midnight; let the formatter say so. And a point alone is no fraction.
        if (hour == 24 || length == 21) {
            return null;
        }
        int nano = length == 20 ? 0 : Integer.parseInt((text.substring(20, length - 1) + "00000000").substring(0, 9));
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        hour,
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nano)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static Optional<Instant> readDate(String cleaned) {
        try {
            return Optional.of(LocalDate.parse(cleaned).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Instant toInstant(TemporalAccessor time) {
        return time instanceof OffsetDateTime offset
                ? offset.toInstant()
                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    }
}
