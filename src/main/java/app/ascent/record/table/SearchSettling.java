package app.ascent.record.table;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Indexes what was written lately, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class SearchSettling {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Bean
    RecurringTask<Void> settleSearchTexts(SearchTexts texts, List<RecordTable<?>> tables) {
        return Tasks.recurring("crm-search-settling", FixedDelay.of(PAUSE))
                // By the clock all nodes share; the library's own handler asks the node's.
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, complete.getTimeDone()))
                .execute((instance, context) -> {
                    for (RecordTable<?> table : tables) {
                        while (!context.getSchedulerState().isShuttingDown() && texts.settle(table)) {
                            // another batch is waiting
                        }
                    }
                });
    }
}
