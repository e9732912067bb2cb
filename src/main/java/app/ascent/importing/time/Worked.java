package app.ascent.importing.time;

import app.ascent.importing.field.Figures;
import app.ascent.importing.field.SourceTime;
import app.ascent.importing.field.Value;
import app.ascent.migration.spi.Counts;
import app.ascent.migration.spi.SourceRef;
import app.ascent.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When somebody worked, and how long, by the one rule that holds for records and for the sums they are compared with: so both sides
 * agree to the minute.
 */
final class Worked {

    private static final long MINUTES = 60;
    private static final BigDecimal HOUR = BigDecimal.valueOf(MINUTES);

    /** Stands in where Autotask has no date at all. */
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    private Worked() {}

    /** The date of the work as it stands there; where there is none, the day in the zone on which it began, ended or was entered. */
    static LocalDate day(AutotaskTimeEntry source, ZoneId zone) {
        LocalDate worked = Figures.day(source.dateWorked());
        return worked != null
                ? worked
                : Stream.of(source.startDateTime(), source.endDateTime(), source.createDateTime())
                        .map(Worked::time)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(time -> LocalDate.ofInstant(time, zone))
                        .orElse(LONG_AGO);
    }

    /** Hours that were entered, else those between beginning and end; empty where neither says how long it took. */
    static Optional<Long> minutes(AutotaskTimeEntry source) {
        return entered(source).or(() -> between(source));
    }

    /** Empty where somebody entered none, nothing that is a number, or what nobody can work. */
    static Optional<Long> entered(AutotaskTimeEntry source) {
        BigDecimal hours = Figures.number(source.hoursWorked());
        return hours == null || hours.signum() <= 0
                ? Optional.empty()
                : Optional.ofNullable(Figures.minutes(source.hoursWorked()));
    }

    private static Optional<Long> between(AutotaskTimeEntry source) {
        Instant start = time(source.startDateTime());
        Instant end = time(source.endDateTime());
        if (start == null || end == null) {
            return Optional.empty();
        }
        long seconds = Duration.between(start, end).toSeconds();
        long minutes = Math.floorDiv(seconds + MINUTES / 2, MINUTES);
        return minutes > 0 && minutes <= Figures.MOST_MINUTES ? Optional.of(minutes) : Optional.empty();
    }

    /**
     * What an invoice counts, where that is not what was worked; of time that is not billed nothing.
     *
     * <p>Autotask computes {@code hoursToBill} itself and documents it as read only. That it is what was worked, more or less the offset
     * that somebody entered, is inferred from that and told nowhere: so it holds as it is where it is there, and only without it the
     * offset is added here. An offset may take away more than was worked; nobody owes time for that.
     *
     * @param worked in minutes
     */
    static @Nullable Long toBill(AutotaskTimeEntry source, long worked) {
        if (Value.isSet(source.isNonBillable())) {
            return null;
        }
        BigDecimal computed = Figures.number(source.hoursToBill());
        BigDecimal offset = Figures.number(source.offsetHours());
        Long minutes =
                computed != null ? minutes(computed) : offset == null ? null : minutes(offset.add(hours(worked)));
        return minutes == null || minutes == worked ? null : minutes;
    }

    private static @Nullable Long minutes(BigDecimal hours) {
        return Figures.minutes(hours.max(BigDecimal.ZERO));
    }

    /** In a fraction fine enough to come back as the minutes it was. */
    private static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(HOUR, 9, RoundingMode.HALF_UP);
    }

    /** The minutes that were worked, and those of them that an invoice counts, on their day; of an entry that names both, for its ticket. */
    static Counts counts(AutotaskTimeEntry source, ZoneId zone) {
        SourceRef item = TimeEntryMapper.TICKET
                .reference(source.ticketID())
                .or(() -> TimeEntryMapper.TASK.reference(source.taskID()))
                .orElse(null);
        return minutes(source)
                .map(minutes -> new Counts(item, day(source, zone), List.of(minutes, billed(source, minutes))))
                .orElseGet(() -> Counts.below(item));
    }

    private static long billed(AutotaskTimeEntry source, long worked) {
        if (Value.isSet(source.isNonBillable())) {
            return 0;
        }
        Long toBill = toBill(source, worked);
        return toBill == null ? worked : toBill;
    }

    static @Nullable Instant time(@Nullable String raw) {
        String cleaned = Text.clean(raw);
        return cleaned == null
                ? null
                : SourceTime.read(cleaned).filter(SourceTime::isPlausible).orElse(null);
    }
}
