package app.ascent.migration;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets runs leave this node before anything else is stopped. The scheduler itself goes late, with the other beans; by then
 * the web server may have waited for its last requests for seconds that a run can use to reach a checkpoint. A scheduler
 * that is paused takes nothing up, so the run that has just left does not come back here.
 */
@Component
class Departure implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Departure.class);

    private final ObjectProvider<Scheduler> scheduler;
    private volatile boolean running;

    Departure(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        running = true;
        // A context that was stopped may be started again; the scheduler itself begins when the application is ready.
        scheduler.ifAvailable(Scheduler::resume);
    }

    /** Does not wait: {@code shutdown-max-wait} of the scheduler does. */
    @Override
    public void stop() {
        running = false;
        scheduler.ifAvailable(each -> {
            int busy = each.getCurrentlyExecuting().size();
            each.pause();
            log.info("This node is leaving; {} of its tasks are under way", busy);
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The highest phase is stopped first, before the web server begins to refuse requests. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
