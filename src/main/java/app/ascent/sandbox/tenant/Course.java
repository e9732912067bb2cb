package app.ascent.sandbox.tenant;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * When a ticket was opened, answered and closed. Most belong to the two years before the one in which the tenant is
 * opened, and stay where they are; those of the last weeks move on with the week, and what is due today with the day.
 *
 * @param closed null for one that is open
 * @param active when anybody last did something about it
 * @param now the last moment of the past
 */
record Course(
        Instant created,
        @Nullable Instant answered,
        @Nullable Instant closed,
        @Nullable Instant due,
        Instant active,
        Instant now) {

    private static final int PAST_DAYS = 728;
    private static final int LATELY_DAYS = 90;
    private static final int DUE_TODAY = 20;

    /** Shares of all tickets, in percent: of years before, and closed lately. The rest is open. */
    private static final int PAST = 72;

    private static final int LATELY = 13;

    static Course of(Dice dice, long index, long size, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Instant now = Moments.of(monday);
        long past = size * PAST / 100;
        long lately = size * LATELY / 100;
        if (index < past) {
            LocalDate begin = today.withDayOfYear(1).minusDays(PAST_DAYS);
            // Somebody has always forgotten to close a few.
            return of(dice, day(begin, index, past, PAST_DAYS - 30), dice.chance(98), now);
        }
        if (index < past + lately) {
            return of(dice, day(monday.minusDays(LATELY_DAYS), index - past, lately, LATELY_DAYS - 25), true, now);
        }
        LocalDate begin = monday.minusDays(25);
        Course open = of(dice, day(begin, index - past - lately, size - past - lately, 24), false, now);
        return index % DUE_TODAY == 3 ? open.due(Moments.of(today).plus(15, ChronoUnit.HOURS)) : open;
    }

    private static LocalDate day(LocalDate begin, long place, long places, int days) {
        return begin.plusDays(place * days / Math.max(1, places));
    }

    private static Course of(Dice dice, LocalDate day, boolean over, Instant now) {
        Instant created = Work.during(dice, day);
        boolean answered = over || dice.chance(70);
        Instant answer = created.plusSeconds(300L + dice.below(14_000));
        Instant closed = created.plusSeconds(1_800L + (dice.chance(80) ? dice.below(260_000) : dice.below(1_900_000)));
        Instant due = created.plus(1L + dice.below(20), ChronoUnit.DAYS);
        Instant worked = created.plusSeconds(600L + dice.below(400_000));
        Instant active = over ? closed : worked.isBefore(now) ? worked : created.plusSeconds(400);
        return new Course(
                created,
                answered ? answer : null,
                over ? closed : null,
                dice.chance(85) ? due : null,
                active.isBefore(created) ? created : active,
                now);
    }

    private Course due(Instant at) {
        return new Course(created, answered, closed, at, active, now);
    }

    /** Some moment while it was open, the later the higher {@code place} of {@code places} is. */
    Instant during(long place, long places) {
        long seconds = ChronoUnit.SECONDS.between(created, active);
        return created.plusSeconds(seconds * (place + 1) / (places + 1));
    }
}
