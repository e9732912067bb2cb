package app.ascent.migration;

import app.ascent.migration.pipeline.Pipelines;
import org.springframework.context.ApplicationEventPublisher;

/** Makes workers whose batches have a certain size. */
record BenchWorkers(
        RunExecutions executions,
        RunEnd end,
        OldFindings oldFindings,
        Pipelines pipelines,
        RunUsage usage,
        ApplicationEventPublisher events,
        SchedulerClock clock) {

    RunWorker of(int batchSize, int leadPages, long compared, int divideFrom) {
        return new RunWorker(
                executions,
                end,
                oldFindings,
                pipelines.of(batchSize, leadPages, compared, divideFrom),
                usage,
                events,
                clock);
    }
}
