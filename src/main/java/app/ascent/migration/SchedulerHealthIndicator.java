package app.ascent.migration;

import app.ascent.database.Polls;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether this node takes runs up: its scheduler asks the database for due tasks every few seconds, and each answer is a
 * sign of life. A node that gets none serves pages at best.
 */
@Component("schedulerHealthIndicator")
class SchedulerHealthIndicator extends AbstractHealthIndicator {

    /** Many polls, so that a database that restarts does not make every node look broken. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final @Nullable Scheduler scheduler;
    private final Polls polls;
    private final int hands;
    private final JdbcClient jdbc;
    private final Clock clock;

    SchedulerHealthIndicator(
            ObjectProvider<Scheduler> scheduler,
            Polls polls,
            @Value("${db-scheduler.threads:10}") int hands,
            JdbcClient jdbc,
            Clock clock) {
        super("The scheduler's table could not be read");
        this.scheduler = scheduler.getIfAvailable();
        this.polls = polls;
        this.hands = hands;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Instant polled = polls.answeredAt();
        health.status(status(polled)).withDetail("overdue", overdue()).withDetail("polledAt", polled.toString());
    }

    private Status status(Instant polled) {
        if (scheduler == null) {
            return Status.UNKNOWN;
        }
        SchedulerState state = scheduler.getSchedulerState();
        if (!state.isStarted() || state.isPaused() || state.isShuttingDown()) {
            return Status.OUT_OF_SERVICE; // it starts when the application is ready, and is paused when it leaves
        }
        boolean silent = polled.isBefore(clock.instant().minus(LONGEST_SILENCE));
        return silent && hasAHandFree(scheduler) ? Status.DOWN : Status.UP;
    }

    /** Whoever has none does not ask for more, and is well. */
    private boolean hasAHandFree(Scheduler scheduler) {
        return scheduler.getCurrentlyExecuting().size() < hands;
    }

    /** Tasks that should have begun half a minute ago: every node is busy, or none takes anything up. */
    private long overdue() {
        return jdbc.sql(
                        """
                        select count(*) from scheduler_task
                        where not picked and execution_time < clock_timestamp() - interval '30 seconds'
                        """)
                .query(Long.class)
                .single();
    }
}
