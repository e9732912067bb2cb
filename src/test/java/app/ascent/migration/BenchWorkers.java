package app.ascent.migration;

import app.ascent.migration.pipeline.Pipelines;
import java.time.Clock;

/** Makes workers whose batches have a certain size. */
record BenchWorkers(RunExecutions executions, RunEnd end, Pipelines pipelines, RunUsage usage, Clock clock) {

    RunWorker of(int batchSize, int leadPages) {
        return new RunWorker(executions, end, pipelines.of(batchSize, leadPages), usage, clock);
    }
}
