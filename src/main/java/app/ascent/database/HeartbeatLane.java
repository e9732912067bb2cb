package app.ascent.database;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.springframework.stereotype.Component;

/**
 * The scheduler's own threads: while pages and runs hold every connection of theirs, this node's heartbeat goes on, and
 * nobody takes it for dead. What the scheduler executes is work like any other.
 */
@Component
class HeartbeatLane implements DbSchedulerCustomizer {

    /** For heartbeats, dead executions and what no task is known for. */
    private static final int HOUSEKEEPERS = 3;

    private final Polls polls;

    HeartbeatLane(Polls polls) {
        this.polls = polls;
    }

    @Override
    public Optional<JdbcCustomization> jdbcCustomization() {
        return Optional.of(polls.noted());
    }

    @Override
    public Optional<ExecutorService> dueExecutor() {
        return Optional.of(Executors.newSingleThreadExecutor(threads("scheduler-due-")));
    }

    @Override
    public Optional<ScheduledExecutorService> housekeeperExecutor() {
        return Optional.of(Executors.newScheduledThreadPool(HOUSEKEEPERS, threads("scheduler-keeps-")));
    }

    private static ThreadFactory threads(String name) {
        ThreadFactory platform = Thread.ofPlatform().name(name, 0).factory();
        return task -> platform.newThread(Lane.HEARTBEAT.of(task));
    }
}
