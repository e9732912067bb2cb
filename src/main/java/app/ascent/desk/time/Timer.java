package app.ascent.desk.time;

import app.ascent.desk.TicketId;
import app.ascent.projects.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * That somebody works on something, and since when.
 *
 * @param item what it runs on, a ticket or a task
 */
public record Timer(TimerId id, Record item, Instant startedAt) {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** What it has measured, in whole minutes: from the one in which it was started, for as long as {@code minutes}. */
    public record Measured(Instant start, Instant end, long minutes) {}

    /** A minute that has begun counts as one. */
    public Measured until(Instant now) {
        Duration run = Duration.between(startedAt, now);
        long minutes = Math.max(1, run.plus(A_MINUTE).minusNanos(1).toMinutes());
        Instant start = startedAt.truncatedTo(ChronoUnit.MINUTES);
        return new Measured(start, start.plus(minutes, ChronoUnit.MINUTES), minutes);
    }

    public @Nullable TicketId ticketId() {
        return item instanceof TicketId ticket ? ticket : null;
    }

    public @Nullable TaskId taskId() {
        return item instanceof TaskId task ? task : null;
    }
}
