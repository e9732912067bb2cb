package app.ascent.migration.pipeline;

import app.ascent.migration.decision.Dictionaries;
import app.ascent.migration.decision.ValueDecisions;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourcePlan;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Asks, once a run, what there is to read and what the values mean; a run that is resumed keeps the answers. */
@Component
class Planning {

    private final EntityMigrations entities;
    private final PullCheckpoints pulls;
    private final Dictionaries dictionaries;
    private final ValueDecisions decisions;
    private final Fence fence;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;

    Planning(
            EntityMigrations entities,
            PullCheckpoints pulls,
            Dictionaries dictionaries,
            ValueDecisions decisions,
            Fence fence,
            TransactionOperations transactions,
            JdbcClient jdbc) {
        this.entities = entities;
        this.pulls = pulls;
        this.dictionaries = dictionaries;
        this.decisions = decisions;
        this.fence = fence;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    void count(Work work, EntityMigration<?, ?> entity) throws InterruptedException {
        CheckpointId id = CheckpointId.of(work.run().run(), entity.type());
        if (pulls.get(id).expected() != null) {
            return;
        }
        SourcePlan plan = work.waitFor(() -> entity.plan(work.run()));
        transactions.executeWithoutResult(status -> {
            fence.hold(work.lease());
            pulls.lock(id).expect(plan.expected());
            note(work.run(), entity, plan.notices());
        });
    }

    private void note(RunContext run, EntityMigration<?, ?> entity, List<SourcePlan.Notice> notices) {
        jdbc.sql(
                        """
                        insert into migration_notice (run_id, entity, ordinal, code, message)
                        select :run, :entity, n.ordinal, n.code, n.message
                        from unnest(:codes, :messages) with ordinality as n (code, message, ordinal)
                        on conflict (run_id, entity, ordinal) do update
                        set code = excluded.code, message = excluded.message
                        """)
                .param("run", run.run().value())
                .param("entity", entity.type().name())
                .param("codes", notices.stream().map(SourcePlan.Notice::code).toArray(String[]::new))
                .param(
                        "messages",
                        notices.stream().map(SourcePlan.Notice::message).toArray(String[]::new))
                .update();
    }

    /** The dictionary of the run with all decisions in it. */
    Dictionary dictionary(Work work) throws InterruptedException {
        Optional<Dictionary> known = dictionaries.find(work.run().run());
        if (known.isPresent()) {
            return known.get();
        }
        Dictionary read = Dictionary.EMPTY;
        for (EntityMigration<?, ?> entity : entities.inOrder()) {
            read = read.and(work.waitFor(() -> entity.dictionary(work.run())));
        }
        Dictionary found = read;
        return transactions.execute(status -> {
            fence.hold(work.lease());
            Dictionary decided = decide(work.run(), found);
            dictionaries.put(work.run().run(), decided);
            return decided;
        });
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
