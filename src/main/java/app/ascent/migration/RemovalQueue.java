package app.ascent.migration;

import app.ascent.migration.spi.MigrationId;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Sees to it that a removal comes to its end whatever happens to the one who began it, in the transaction that begins it. */
@Component
class RemovalQueue {

    /** When the one who was asked has given up waiting, or is gone. */
    private static final Duration AFTER = Duration.ofSeconds(6);

    private final SchedulerClient scheduler;
    private final SchedulerClock clock;

    RemovalQueue(SchedulerClient scheduler, SchedulerClock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void add(MigrationId migration) {
        scheduler.scheduleIfNotExists(RemovalTask.DESCRIPTOR
                .instance(migration.toString())
                .scheduledTo(clock.now().plus(AFTER)));
    }
}
