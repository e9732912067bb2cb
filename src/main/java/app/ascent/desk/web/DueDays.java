package app.ascent.desk.web;

import java.time.Instant;

/**
 * What time it is for an organization.
 *
 * @param today when its day began
 * @param tomorrow when its next day begins
 */
record DueDays(Instant now, Instant today, Instant tomorrow) {

    /** Whether something is late, or to be done before the day ends. */
    boolean isPressing(Instant due) {
        return due.isBefore(tomorrow);
    }

    boolean isToday(Instant due) {
        return !due.isBefore(today) && due.isBefore(tomorrow);
    }
}
