package app.ascent.migration.pipeline;

import app.ascent.migration.decision.ValueCounts;
import app.ascent.migration.decision.ValueDecisions;
import app.ascent.migration.spi.Comparison;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.staging.Findings;
import app.ascent.migration.staging.StagedRecords;
import app.ascent.migration.staging.Tally;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What needs all records of a type, after its last batch: comparisons, deferred links, and the count of what became of the
 * records. Done in steps, each of which moves the checkpoint in its own transaction, so that nothing waits for a whole type and
 * whoever is interrupted goes on where it was: docs/adr/055.
 */
@Component
class Settling {

    private final Findings findings;
    private final StagedRecords staging;
    private final LinkingSteps linking;
    private final ValueCounts values;
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
            ValueCounts values,
            ValueDecisions decisions,
            PullCheckpoints pulls,
            LoadCheckpoints loads,
            Fence fence,
            TransactionOperations transactions,
            Clock clock) {
        this.findings = findings;
        this.staging = staging;
        this.linking = linking;
        this.values = values;
        this.decisions = decisions;
        this.pulls = pulls;
        this.loads = loads;
        this.fence = fence;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Once more, since what a later wave brought may be what its records point to. */
    void settleAgain(Work work, EntityMigration<?, ?> entity, long compared) throws InterruptedException {
        transactions.executeWithoutResult(status -> {
            fence.hold(work.lease());
            loads.lock(id(work, entity)).settleAgain();
        });
        settle(work, entity, compared, true);
    }

    /**
     * @param compared among how many records those with an equal key are looked for at once
     * @param last whether no further wave of the type comes
     */
    void settle(Work work, EntityMigration<?, ?> entity, long compared, boolean last) throws InterruptedException {
        LoadCheckpoint checkpoint = loads.get(id(work, entity));
        if (checkpoint.settled() == 0) {
            clear(work, entity);
        }
        List<Runnable> steps =
                steps(work.run(), entity, Math.toIntExact(1 + checkpoint.tally().loaded() / compared));
        for (int step = checkpoint.settled(); step < steps.size(); step++) {
            work.stop().check();
            Runnable next = steps.get(step);
            transactions.executeWithoutResult(status -> {
                fence.hold(work.lease());
                next.run();
                loads.lock(id(work, entity)).settledOnce();
            });
        }
        finish(work, entity, last);
    }

    private static CheckpointId id(Work work, EntityMigration<?, ?> entity) {
        return CheckpointId.of(work.run().run(), entity.type());
    }

    /** What these steps had to say before records of the run were tried again. */
    private void clear(Work work, EntityMigration<?, ?> entity) throws InterruptedException {
        boolean more = true;
        while (more) {
            work.stop().check();
            more = transactions.execute(status -> {
                fence.hold(work.lease());
                return findings.removeLate(work.run(), entity.type());
            });
        }
    }

    /** The same ones in the same order whenever they are asked for, since no record is loaded any more. */
    private List<Runnable> steps(RunContext run, EntityMigration<?, ?> entity, int parts) {
        List<Runnable> steps = new ArrayList<>();
        List<Comparison> comparisons = entity.comparisons();
        for (int i = 0; i < comparisons.size(); i++) {
            for (int part = 0; part < parts; part++) {
                Findings.Part share = new Findings.Part(part, parts);
                Comparison comparison = comparisons.get(i);
                int ordinal = i;
                steps.add(() -> findings.compare(run, entity.type(), comparison, ordinal, share));
            }
        }
        steps.add(() -> {
            LinkingStep step = linking.begin(run, entity.type());
            entity.link(run, step);
            step.flush();
        });
        return steps;
    }

    private void finish(Work work, EntityMigration<?, ?> entity, boolean last) throws InterruptedException {
        RunContext run = work.run();
        Tally tally = recount(work, entity);
        transactions.executeWithoutResult(status -> {
            fence.hold(work.lease());
            values.tell(run, entity);
            for (DecidableField field : entity.decidable()) {
                decisions.addReported(run, entity.type(), field.field());
            }
            balance(pulls.get(id(work, entity)), tally);
            LoadCheckpoint checkpoint = loads.lock(id(work, entity));
            if (last) {
                checkpoint.finish(tally, clock.instant());
            } else {
                checkpoint.nextWave(tally, clock.instant());
            }
        });
    }

    /** In pages, and outside of the transaction that ends with it: nobody else touches the records by now. */
    private Tally recount(Work work, EntityMigration<?, ?> entity) throws InterruptedException {
        Tally tally = staging.recountWarned(work.run(), entity.type());
        Long after = Long.MIN_VALUE;
        while (after != null) {
            work.stop().check();
            long from = after;
            StagedRecords.Recounted page = transactions.execute(
                    status -> staging.inOrder(() -> staging.recount(work.run(), entity.type(), from)));
            tally = tally.plus(page.tally());
            after = page.upTo();
        }
        return tally;
    }

    /** What was pulled and has no outcome was lost, and a run that lost something does not end as if nothing were. */
    private static void balance(PullCheckpoint pulled, Tally tally) {
        if (pulled.pulled() != tally.handled()) {
            throw new IllegalStateException("%d %s were pulled and %d have an outcome"
                    .formatted(pulled.pulled(), pulled.id().entity(), tally.handled()));
        }
    }
}
