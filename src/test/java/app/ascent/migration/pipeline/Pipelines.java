package app.ascent.migration.pipeline;

import app.ascent.database.Courtesy;
import app.ascent.database.Statistics;
import app.ascent.migration.staging.EarlierReadings;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes pipelines of any measure, for tests of what must not depend on it. */
@Component
public class Pipelines {

    private final EntityMigrations entities;
    private final Reopening reopening;
    private final Planning planning;
    private final Refusals refusals;
    private final Pulling pulling;
    private final EarlierReadings readings;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final LookupTables tables;
    private final LookupPulling lookups;
    private final BatchLoad batches;
    private final Rereading rereading;
    private final Settling settling;
    private final PullCheckpoints pulls;
    private final PullSegments segments;
    private final LoadCheckpoints loads;
    private final Fence fence;
    private final Courtesy courtesy;
    private final Statistics statistics;

    Pipelines(
            EntityMigrations entities,
            Reopening reopening,
            Planning planning,
            Refusals refusals,
            Pulling pulling,
            EarlierReadings readings,
            TransactionOperations transactions,
            Clock clock,
            LookupTables tables,
            LookupPulling lookups,
            BatchLoad batches,
            Rereading rereading,
            Settling settling,
            PullCheckpoints pulls,
            PullSegments segments,
            LoadCheckpoints loads,
            Fence fence,
            Courtesy courtesy,
            Statistics statistics) {
        this.entities = entities;
        this.reopening = reopening;
        this.planning = planning;
        this.refusals = refusals;
        this.pulling = pulling;
        this.readings = readings;
        this.transactions = transactions;
        this.clock = clock;
        this.tables = tables;
        this.lookups = lookups;
        this.batches = batches;
        this.rereading = rereading;
        this.settling = settling;
        this.pulls = pulls;
        this.segments = segments;
        this.loads = loads;
        this.fence = fence;
        this.courtesy = courtesy;
        this.statistics = statistics;
    }

    /** @param compared how many records are compared with each other at once when all are loaded */
    public Pipeline of(int batchSize, int leadPages, long compared, int divideFrom) {
        PipelineProperties properties = new PipelineProperties(batchSize, leadPages, compared, divideFrom);
        return new Pipeline(
                entities,
                reopening,
                planning,
                refusals,
                pulling,
                new Restaging(
                        entities,
                        readings,
                        pulls,
                        segments,
                        fence,
                        transactions,
                        courtesy,
                        new StagingTurns(),
                        properties,
                        clock),
                tables,
                lookups,
                new Loading(
                        entities,
                        batches,
                        new Transfers(batches, courtesy),
                        rereading,
                        settling,
                        loads,
                        properties,
                        courtesy,
                        statistics),
                pulls,
                segments,
                loads,
                fence,
                properties);
    }
}
