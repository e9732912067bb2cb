package app.ascent.migration;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Instant polledAt;

    SchedulerHealthIndicator(ObjectProvider<Scheduler> scheduler, JdbcClient jdbc, Clock clock) {
        super("The scheduler's table could not be read");
        this.scheduler = scheduler.getIfAvailable();
        this.jdbc = jdbc;
        this.clock = clock;
        this.polledAt = clock.instant(); // nobody is silent who has just begun
        if (this.scheduler != null) {
            this.scheduler.registerSchedulerListener(new Polls());
        }
    }

    private final class Polls extends AbstractSchedulerListener {
        @Override
        public void onSchedulerEvent(SchedulerEventType type) {
            if (type == SchedulerEventType.RAN_EXECUTE_DUE) {
                polledAt = clock.instant();
            }
        }
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Instant polled = polledAt;
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
        return polled.isBefore(clock.instant().minus(LONGEST_SILENCE)) ? Status.DOWN : Status.UP;
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
