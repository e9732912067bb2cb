package app.ascent.desk.time.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days that a list of time shows, as people speak of them. */
enum TimeRange {
    LAST_7_DAYS,
    LAST_30_DAYS,
    THIS_MONTH,
    LAST_MONTH,
    THIS_YEAR,
    OWN;

    /** The first and the last day, of which each may be missing. */
    record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

        static final Days ALL = new Days(null, null);
    }

    /** @param own for days that somebody chose one by one */
    Days days(LocalDate today, Days own) {
        return switch (this) {
            case LAST_7_DAYS -> new Days(today.minusDays(6), today);
            case LAST_30_DAYS -> new Days(today.minusDays(29), today);
            case THIS_MONTH -> new Days(today.withDayOfMonth(1), lastOfMonth(today));
            case LAST_MONTH -> {
                LocalDate before = today.minusMonths(1);
                yield new Days(before.withDayOfMonth(1), lastOfMonth(before));
            }
            case THIS_YEAR -> new Days(today.withDayOfYear(1), today.withDayOfYear(today.lengthOfYear()));
            case OWN -> own;
        };
    }

    private static LocalDate lastOfMonth(LocalDate day) {
        return day.withDayOfMonth(day.lengthOfMonth());
    }
}
