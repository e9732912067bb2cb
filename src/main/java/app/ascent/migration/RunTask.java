package app.ascent.migration;

import app.ascent.migration.spi.RunId;
import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets db-scheduler execute runs: it starts them, keeps their heartbeat, revives those whose node died, and calls again
 * a few seconds after an execution that failed.
 */
@Configuration(proxyBeanMethods = false)
class RunTask {

    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("migration-run");

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    @Bean
    Task<Void> migrationRunTask(RunWorker worker) {
        return Tasks.custom(DESCRIPTOR)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(AFTER_FAILURE)))
                // By the clock all nodes share; the library's own handler asks the node's.
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, complete.getTimeDone()))
                .execute((instance, context) -> execute(worker, instance, context));
    }

    private static CompletionHandler<Void> execute(
            RunWorker worker, TaskInstance<Void> instance, ExecutionContext context) {
        Name name = Name.parse(instance.getId());
        RunWorker.Ending ending = worker.execute(name.run, name.ticket, () -> leaving(context.getSchedulerState()));
        return switch (ending) {
            case RunWorker.Ending.Over over -> new OnCompleteRemove<>();
            case RunWorker.Ending.Again again -> (complete, operations) -> operations.reschedule(complete, again.at());
        };
    }

    /** It is paused by {@link Departure} alone. */
    private static boolean leaving(SchedulerState scheduler) {
        return scheduler.isPaused() || scheduler.isShuttingDown();
    }

    /** Names an execution by run and ticket, so that one that was queued by an earlier start is told from this one. */
    record Name(RunId run, long ticket) {

        static Name parse(String name) {
            int colon = name.indexOf(':');
            return new Name(
                    new RunId(UUID.fromString(name.substring(0, colon))), Long.parseLong(name.substring(colon + 1)));
        }

        @Override
        public String toString() {
            return run + ":" + ticket;
        }
    }
}
