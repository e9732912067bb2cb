package app.ascent.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps every now and then, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class Sweeping {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> sweepFiles(Sweep sweep) {
        return Tasks.recurring("files-sweep", FixedDelay.of(PAUSE))
                // By the clock all nodes share; the library's own handler asks the node's.
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, complete.getTimeDone()))
                .execute((_, _) -> sweep.run());
    }
}
