package app.ascent.migration.pipeline;

import app.ascent.migration.decision.Dictionaries;
import app.ascent.migration.decision.Picklists;
import app.ascent.migration.decision.ValueDecisions;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.Pulled;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourcePlan;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Asks, once a run, what there is to read and what the values mean; a run that is resumed keeps the answers. */
@Component
class Planning {

    private final EntityMigrations entities;
    private final Refusals refusals;
    private final PullCheckpoints pulls;
    private final Restaging restaging;
    private final Picklists picklists;
    private final Dictionaries dictionaries;
    private final ValueDecisions decisions;
    private final Fence fence;
    private final TransactionOperations transactions;
    private final Notices notices;

    Planning(
            EntityMigrations entities,
            Refusals refusals,
            PullCheckpoints pulls,
            Restaging restaging,
            Picklists picklists,
            Dictionaries dictionaries,
            ValueDecisions decisions,
            Fence fence,
            TransactionOperations transactions,
            Notices notices) {
        this.entities = entities;
        this.refusals = refusals;
        this.pulls = pulls;
        this.restaging = restaging;
        this.picklists = picklists;
        this.dictionaries = dictionaries;
        this.decisions = decisions;
        this.fence = fence;
        this.transactions = transactions;
        this.notices = notices;
    }

    /** Counts what there is to pull, once a run; a pull that ends before its turn has come counts for itself. */
    long count(Work work, Pulled entity) throws InterruptedException {
        return work.lead(entity.type()).counting(() -> {
            Long counted = pulls.get(id(work, entity)).expected();
            return counted == null ? plan(work, entity) : counted;
        });
    }

    private static CheckpointId id(Work work, Pulled entity) {
        return CheckpointId.of(work.run().run(), entity.type());
    }

    private long plan(Work work, Pulled entity) throws InterruptedException {
        SourcePlan plan = work.run().kind().reads()
                ? work.waitFor(() -> entity.plan(work.run()))
                : restaging.plan(work.run(), entity);
        transactions.executeWithoutResult(status -> {
            fence.hold(work.lease());
            pulls.lock(id(work, entity)).expect(plan.expected(), plan.leftOut());
            notices.plan(work.run(), entity.type(), plan.notices());
        });
        return plan.expected();
    }

    /** Whether what the values mean was asked and decided in this run. */
    boolean decided(Work work) {
        return dictionaries.find(work.run().run()).isPresent();
    }

    /**
     * Asks what is to be known of a type before anything is loaded. Of one that cannot be read nothing is mapped, and its
     * picklists stay as they were.
     */
    void ask(Work work, EntityMigration<?, ?> entity, boolean decided) throws InterruptedException {
        boolean readable = refusals.reads(work, entity, () -> count(work, entity));
        if (readable && !decided && work.run().kind().reads()) {
            refusals.reads(work, entity, () -> offer(work, entity));
        }
    }

    private void offer(Work work, EntityMigration<?, ?> entity) throws InterruptedException {
        RunContext run = work.run();
        Dictionary offered = work.waitFor(() -> entity.dictionary(run));
        transactions.executeWithoutResult(status -> {
            fence.hold(work.lease());
            picklists.put(run.organization(), run.migration(), entity.type(), offered);
        });
    }

    /** The dictionary of the run with all decisions in it, when all types have been asked about. */
    Dictionary dictionary(Work work) {
        return dictionaries
                .find(work.run().run())
                .orElseGet(() -> transactions.execute(status -> {
                    RunContext run = work.run();
                    fence.hold(work.lease());
                    Dictionary decided = decide(run, picklists.find(run.organization(), run.migration()));
                    dictionaries.put(run.run(), decided);
                    return decided;
                }));
    }

    private Dictionary decide(RunContext run, Dictionary dictionary) {
        for (EntityMigration<?, ?> entity : entities.inOrder()) {
            for (DecidableField field : entity.decidable()) {
                decisions.propose(run.organization(), run.migration(), entity.type(), field, dictionary);
            }
        }
        return decisions.applyTo(run.organization(), run.migration(), dictionary, entities.inOrder());
    }
}
