package app.ascent.sandbox.tenant;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** When people have worked on projects. */
record Work(LocalDate today) {

    /** Some moment of a working day. */
    static Instant during(Dice dice, LocalDate day) {
        return Moments.of(day).plusSeconds(28_800L + dice.below(36_000));
    }

    /** The day itself, or the last one before the year in which the tenant is opened. */
    LocalDate past(LocalDate day) {
        LocalDate last = today.withDayOfYear(1).minusDays(1);
        return day.isAfter(last) ? last : day;
    }

    /** Lately on most of what is open, long ago on everything else. What is lately moves on with the week. */
    Instant activity(Dice dice, boolean complete, LocalDate end) {
        boolean lately = !complete && dice.chance(60);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return during(dice, lately ? monday.minusDays(1L + dice.below(45)) : past(end));
    }
}
