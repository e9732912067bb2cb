package app.ascent.migration;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Queues runs for whichever node is free, in the transaction that starts them. */
@Component
class RunQueue {

    private final SchedulerClient scheduler;
    private final Clock clock;

    RunQueue(SchedulerClient scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void add(Run run) {
        String name = new RunTask.Name(run.id(), run.ticket()).toString();
        scheduler.scheduleIfNotExists(RunTask.DESCRIPTOR.instance(name).scheduledTo(clock.instant()));
        if (scheduler instanceof Scheduler local) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    // Other nodes, and this one when it is busy, see the run at their next poll.
                    local.triggerCheckForDueExecutions();
                }
            });
        }
    }
}
