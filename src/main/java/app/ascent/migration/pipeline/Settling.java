package app.ascent.migration.pipeline;

import app.ascent.migration.decision.ValueCounts;
import app.ascent.migration.decision.ValueDecisions;
import app.ascent.migration.spi.Afterwards;
import app.ascent.migration.spi.Afterwards.Share;
import app.ascent.migration.spi.Comparison;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.DeferredLink;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.staging.Findings;
import app.ascent.migration.staging.StagedRecords;
import app.ascent.migration.staging.Tally;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What needs all records of a type, after its last batch: comparisons, deferred links, and the count of what became of the
 * records. Done in steps, each of which moves the checkpoint in its own transaction, so that nothing waits for a whole type and
 * whoever is interrupted goes on where it was: docs/adr/055.
 */
@Component
class Settling {

    /** A part of it a transaction. */
    private interface Step {

        /** @return the last record that was looked at, or null at the step's end */
        @Nullable
        Long take(long after);

        static Step whole(Runnable step) {
            return after -> {
                step.run();
                return null;
            };
        }
    }

    private final Findings findings;
    private final StagedRecords staging;
    private final DeferredLinks links;
    private final LinkNotes notes;
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
            DeferredLinks links,
            LinkNotes notes,
            ValueCounts values,
            ValueDecisions decisions,
            PullCheckpoints pulls,
            LoadCheckpoints loads,
            Fence fence,
            TransactionOperations transactions,
            Clock clock) {
        this.findings = findings;
        this.staging = staging;
        this.links = links;
        this.notes = notes;
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
        if (checkpoint.settled() == 0 && checkpoint.settledUpTo() == null) {
            clear(work, entity);
        }
        List<Step> steps =
                steps(work.run(), entity, Math.toIntExact(1 + checkpoint.tally().loaded() / compared));
        int taken = checkpoint.settled();
        Long upTo = checkpoint.settledUpTo();
        while (taken < steps.size()) {
            work.stop().check();
            Step next = steps.get(taken);
            long after = upTo == null ? Long.MIN_VALUE : upTo;
            upTo = transactions.execute(status -> {
                fence.hold(work.lease());
                Long end = next.take(after);
                loads.lock(id(work, entity)).settled(end);
                return end;
            });
            taken += upTo == null ? 1 : 0;
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
                notes.clear(work.run(), entity.type());
                return findings.removeLate(work.run(), entity.type());
            });
        }
    }

    /** The same ones in the same order whenever they are asked for, since no record is loaded any more. */
    private List<Step> steps(RunContext run, EntityMigration<?, ?> entity, int shares) {
        List<Step> steps = new ArrayList<>();
        List<Comparison> comparisons = entity.comparisons();
        for (int i = 0; i < comparisons.size(); i++) {
            Comparison comparison = comparisons.get(i);
            int ordinal = i;
            each(shares, steps, share -> findings.compare(run, entity.type(), comparison, ordinal, share));
        }
        List<Afterwards> afterwards = entity.afterwards();
        for (int i = 0; i < afterwards.size(); i++) {
            int ordinal = i;
            switch (afterwards.get(i)) {
                case DeferredLink link -> {
                    steps.add(after -> links.set(run, entity.type(), link, after));
                    if (link.cutsCircles()) {
                        steps.add(Step.whole(() -> links.cut(run, entity.type(), link)));
                    }
                    steps.add(after -> links.conclude(run, entity.type(), link, ordinal, after));
                }
                case Afterwards.Pages pages -> steps.add(after -> links.pass(run, entity.type(), pages, after));
                case Afterwards.Shares parts ->
                    each(shares, steps, share -> {
                        List<Map.Entry<SourceId, Finding>> remarks = new ArrayList<>();
                        parts.settle(run, share, (record, finding) -> remarks.add(Map.entry(record, finding)));
                        findings.addLate(run, entity.type(), remarks, ordinal);
                    });
            }
        }
        return steps;
    }

    private static void each(int shares, List<Step> steps, Consumer<Share> step) {
        for (int number = 0; number < shares; number++) {
            Share share = new Share(number, shares);
            steps.add(Step.whole(() -> step.accept(share)));
        }
    }

    private void finish(Work work, EntityMigration<?, ?> entity, boolean last) throws InterruptedException {
        RunContext run = work.run();
        Tally tally = recount(work, entity);
        transactions.executeWithoutResult(status -> {
            fence.hold(work.lease());
            notes.clear(run, entity.type());
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
