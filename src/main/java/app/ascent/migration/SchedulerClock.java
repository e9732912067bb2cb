package app.ascent.migration;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The scheduler's clock: the database's, which all nodes share. db-scheduler compares heartbeats and due times that one
 * node wrote with the time on another. By their own clocks, a node that is ahead would take every other one for dead, and
 * nobody would notice its own death for as long as it was ahead.
 */
@Component
class SchedulerClock implements Clock {

    private static final Logger log = LoggerFactory.getLogger(SchedulerClock.class);

    /** Between two readings the time that has passed is counted, which no change of the node's clock disturbs. */
    private static final Duration COUNTED = Duration.ofSeconds(5);

    private record Reading(Instant time, long nanos) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }

        Instant now() {
            return time.plus(age());
        }
    }

    private final DatabaseTime database;
    private volatile @Nullable Reading latest;

    SchedulerClock(DatabaseTime database) {
        this.database = database;
    }

    @Override
    public Instant now() {
        Reading known = latest;
        if (known == null || known.age().compareTo(COUNTED) > 0) {
            known = read(known);
            latest = known;
        }
        return known.now();
    }

    /** Without its database a node can do nothing anyway; but it must not lose the time over that. */
    private Reading read(@Nullable Reading known) {
        try {
            return new Reading(database.now(), System.nanoTime());
        } catch (DataAccessException e) {
            if (known == null) {
                throw e;
            }
            log.debug("The database did not tell the time, which is counted on", e);
            return new Reading(known.now(), System.nanoTime());
        }
    }
}
