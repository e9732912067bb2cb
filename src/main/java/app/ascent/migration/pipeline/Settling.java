package app.ascent.migration.pipeline;

import app.ascent.migration.decision.ValueDecisions;
import app.ascent.migration.spi.Comparison;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.staging.Findings;
import app.ascent.migration.staging.StagedRecords;
import app.ascent.migration.staging.Tally;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What needs all records of a type, in one transaction after its last batch: comparisons, deferred links, and the count
 * of what became of the records.
 */
@Component
class Settling {

    private final Findings findings;
    private final StagedRecords staging;
    private final LinkingSteps linking;
    private final ValueDecisions decisions;
    private final PullCheckpoints pulls;
    private final LoadCheckpoints loads;
    private final Fence fence;
    private final TransactionOperations transactions;
    private final Clock clock;

    Settling(
            Findings findings,
            StagedRecords staging,
            LinkingSteps linking,
            ValueDecisions decisions,
            PullCheckpoints pulls,
            LoadCheckpoints loads,
            Fence fence,
            TransactionOperations transactions,
            Clock clock) {
        this.findings = findings;
        this.staging = staging;
        this.linking = linking;
        this.decisions = decisions;
        this.pulls = pulls;
        this.loads = loads;
        this.fence = fence;
        this.transactions = transactions;
        this.clock = clock;
    }

    void settle(Work work, EntityMigration<?, ?> entity) {
        RunContext run = work.run();
        transactions.executeWithoutResult(status -> {
            fence.hold(work.lease());
            findings.removeLate(run, entity.type());
            for (Comparison comparison : entity.comparisons()) {
                findings.compare(
                        run, entity.type(), comparison, entity.comparisons().indexOf(comparison));
            }
            LinkingStep step = linking.begin(run, entity.type());
            entity.link(run, step);
            step.flush();
            for (DecidableField field : entity.decidable()) {
                decisions.count(run, entity.type(), field.field());
                decisions.addReported(run, entity.type(), field.field());
            }
            CheckpointId id = CheckpointId.of(run.run(), entity.type());
            Tally tally = staging.recount(run, entity.type());
            balance(pulls.get(id), tally);
            loads.lock(id).finish(tally, clock.instant());
        });
    }

    /** What was pulled and has no outcome was lost, and a run that lost something does not end as if nothing were. */
    private static void balance(PullCheckpoint pulled, Tally tally) {
        if (pulled.pulled() != tally.handled()) {
            throw new IllegalStateException("%d %s were pulled and %d have an outcome"
                    .formatted(pulled.pulled(), pulled.id().entity(), tally.handled()));
        }
    }
}
