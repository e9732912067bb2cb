package app.ascent.migration;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Queues runs for whichever node is free, in the transaction that starts them. */
@Component
class RunQueue {

    private final SchedulerClient scheduler;
    private final SchedulerClock clock;

    RunQueue(SchedulerClient scheduler, SchedulerClock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void add(Run run) {
        String name = new RunTask.Name(run.id(), run.ticket()).toString();
        scheduler.scheduleIfNotExists(RunTask.DESCRIPTOR.instance(name).scheduledTo(clock.now()));
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
