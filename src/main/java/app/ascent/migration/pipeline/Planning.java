package app.ascent.migration.pipeline;

import app.ascent.migration.decision.Dictionaries;
import app.ascent.migration.decision.ValueDecisions;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.Pulled;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourcePlan;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Asks, once a run, what there is to read and what the values mean; a run that is resumed keeps the answers. */
@Component
class Planning {

    private final EntityMigrations entities;
    private final Refusals refusals;
    private final PullCheckpoints pulls;
    private final Dictionaries dictionaries;
    private final ValueDecisions decisions;
    private final Fence fence;
    private final TransactionOperations transactions;
    private final Notices notices;

    Planning(
            EntityMigrations entities,
            Refusals refusals,
            PullCheckpoints pulls,
            Dictionaries dictionaries,
            ValueDecisions decisions,
            Fence fence,
            TransactionOperations transactions,
            Notices notices) {
        this.entities = entities;
        this.refusals = refusals;
        this.pulls = pulls;
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
        SourcePlan plan = work.waitFor(() -> entity.plan(work.run()));
        transactions.executeWithoutResult(status -> {
            fence.hold(work.lease());
            pulls.lock(id(work, entity)).expect(plan.expected());
            notices.plan(work.run(), entity.type(), plan.notices());
        });
        return plan.expected();
    }

    /** The dictionary of the run with all decisions in it. */
    Dictionary dictionary(Work work) throws InterruptedException {
        Optional<Dictionary> known = dictionaries.find(work.run().run());
        if (known.isPresent()) {
            return known.get();
        }
        Dictionary read = Dictionary.EMPTY;
        for (EntityMigration<?, ?> entity : entities.inOrder()) {
            read = read.and(dictionary(work, entity));
        }
        Dictionary found = read;
        return transactions.execute(status -> {
            fence.hold(work.lease());
            Dictionary decided = decide(work.run(), found);
            dictionaries.put(work.run().run(), decided);
            return decided;
        });
    }

    /** Of a type that cannot be read nothing is mapped. */
    private Dictionary dictionary(Work work, EntityMigration<?, ?> entity) throws InterruptedException {
        AtomicReference<Dictionary> read = new AtomicReference<>(Dictionary.EMPTY);
        refusals.reads(work, entity, () -> read.set(work.waitFor(() -> entity.dictionary(work.run()))));
        return read.get();
    }

    private Dictionary decide(RunContext run, Dictionary dictionary) {
        for (EntityMigration<?, ?> entity : entities.inOrder()) {
            for (DecidableField field : entity.decidable()) {
                decisions.propose(run.organization(), run.migration(), entity.type(), field, dictionary);
            }
        }
        return decisions.applyTo(run.organization(), run.migration(), dictionary);
    }
}
