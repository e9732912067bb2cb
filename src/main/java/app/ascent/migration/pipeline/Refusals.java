package app.ascent.migration.pipeline;

import app.ascent.migration.decision.Dictionaries;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.SourceFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Types that cannot be read, and those that need them: they end where they are, and the run goes on: docs/adr/050. */
@Component
public class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final EntityMigrations entities;
    private final PullCheckpoints pulls;
    private final Notices notices;
    private final Dictionaries dictionaries;
    private final Fence fence;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;

    Refusals(
            EntityMigrations entities,
            PullCheckpoints pulls,
            Notices notices,
            Dictionaries dictionaries,
            Fence fence,
            TransactionOperations transactions,
            JdbcClient jdbc) {
        this.entities = entities;
        this.pulls = pulls;
        this.notices = notices;
        this.dictionaries = dictionaries;
        this.fence = fence;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Does something that may show that the type cannot be read; answers whether it could. */
    boolean reads(Work work, EntityMigration<?, ?> entity, Work.Wait reading) throws InterruptedException {
        if (pulls.get(CheckpointId.of(work.run().run(), entity.type())).refusal() != null) {
            return false;
        }
        try {
            reading.until();
            return true;
        } catch (SourceFailure.Unreadable why) {
            log.warn("{} cannot be read: {}", entity.type(), why.code());
            refuse(work, entity, why);
            return false;
        }
    }

    private void refuse(Work work, EntityMigration<?, ?> entity, SourceFailure.Unreadable why) {
        Map<EntityType, Refusal> refused = new LinkedHashMap<>();
        refused.put(entity.type(), new Refusal(why.code(), why.getMessage()));
        for (EntityMigration<?, ?> other : entities.within(work.run().scope())) {
            refused.keySet().stream()
                    .filter(type -> EntityMigrations.needs(other, type))
                    .findFirst()
                    .ifPresent(needed -> refused.putIfAbsent(other.type(), Refusal.needing(other.type(), needed)));
        }
        transactions.executeWithoutResult(status -> {
            fence.hold(work.lease());
            refused.forEach((type, refusal) -> {
                if (pulls.lock(CheckpointId.of(work.run().run(), type)).refuse(refusal)) {
                    notices.refused(work.run(), type, refusal);
                }
            });
        });
        refused.keySet().forEach(type -> work.lead(type).refused());
    }

    /** Whether there is something to load: of a type that could be read for a while, what came until then. */
    boolean leaves(Work work, EntityMigration<?, ?> entity) {
        PullCheckpoint pull = pulls.get(CheckpointId.of(work.run().run(), entity.type()));
        Refusal refusal = pull.refusal();
        return refusal == null || !refusal.needsAnother() && pull.pulled() > 0;
    }

    /**
     * To be asked at the end.
     *
     * @param at is told the type that is to blame
     * @throws SourceFailure.Unreadable when nothing could be imported, so that the run has failed
     */
    void leaveSomething(Work work, Consumer<EntityType> at) {
        List<PullCheckpoint> all = pulls.findByRuns(List.of(work.run().run().value())).stream()
                .filter(pull ->
                        entities.types().contains(new EntityType(pull.id().entity())))
                .toList();
        if (all.isEmpty() || !all.stream().allMatch(pull -> pull.refusal() != null)) {
            return;
        }
        for (PullCheckpoint pull : all) {
            Refusal refusal = pull.refusal();
            if (refusal != null && !refusal.needsAnother()) {
                at.accept(new EntityType(pull.id().entity()));
                throw new SourceFailure.Unreadable(refusal.code(), refusal.reason(), null);
            }
        }
    }

    /** A run that failed is begun again by a person, who may have seen to it that all can be read by now. */
    public void forget(RunId run) {
        int forgotten = jdbc.sql(
                        """
                        update migration_pull_checkpoint set refusal_code = null, refusal = null, version = version + 1
                        where run_id = :run and refusal_code is not null
                        """)
                .param("run", run.value())
                .update();
        if (forgotten > 0) {
            jdbc.sql(
                            "update migration_load_checkpoint l set done = false, settled = 0, settled_up_to = null, version = l.version + 1"
                                    + " from migration_pull_checkpoint p"
                                    + " where l.run_id = :run and p.run_id = l.run_id and p.entity = l.entity and not p.done")
                    .param("run", run.value())
                    .update();
            notices.forgetRefusals(run);
            dictionaries.forget(run);
        }
    }
}
