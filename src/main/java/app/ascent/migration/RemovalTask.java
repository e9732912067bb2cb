package app.ascent.migration;

import app.ascent.migration.spi.MigrationId;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets db-scheduler go on with removals, some seconds at a time, also those whose node died. */
@Configuration(proxyBeanMethods = false)
class RemovalTask {

    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("migration-removal");

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    @Bean
    Task<Void> migrationRemovalTask(RemovedRows rows, SchedulerClock clock) {
        return Tasks.custom(DESCRIPTOR)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(AFTER_FAILURE)))
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, complete.getTimeDone()))
                .execute((instance, context) -> rows.removeSome(new MigrationId(UUID.fromString(instance.getId())))
                        ? new OnCompleteRemove<>()
                        : (complete, operations) -> operations.reschedule(complete, clock.now()));
    }
}
