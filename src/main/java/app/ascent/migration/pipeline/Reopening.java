package app.ascent.migration.pipeline;

import app.ascent.migration.pipeline.LeftOutRecords.LeftOut;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts records that a run left out back into its staging, so that its next execution loads them: some thousand at once, with a
 * checkpoint, however many there are, and then whatever was left out only because of them. The first of them are reopened by
 * whoever wishes it, in a transaction that holds the run, which nobody executes; the others by the execution: docs/adr/055.
 */
@Component
public class Reopening {

    private static final int AT_ONCE = 1_000;

    /** Of failures first, then of what was skipped, as findings are indexed. */
    private static final List<Integer> SEVERITIES = List.of(0, 1);

    private record Position(@Nullable String entity, int severity, long after) {}

    /** How many records are wished for, and how many others, of which nothing would come. */
    public record Found(long worthwhile, long hopeless) {}

    private final JdbcClient jdbc;
    private final EntityMigrations entities;
    private final LeftOutRecords records;
    private final Fence fence;
    private final TransactionOperations transactions;

    Reopening(
            JdbcClient jdbc,
            EntityMigrations entities,
            LeftOutRecords records,
            Fence fence,
            TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.records = records;
        this.fence = fence;
        this.transactions = transactions;
    }

    /** Begins with skipped and failed records of these types: one of them, or all that have the reason. */
    public Found begin(RunId run, List<EntityType> among, @Nullable SourceId record, @Nullable String code) {
        return begin(run, among, record, code, null);
    }

    /** Begins with what was left out because of one parent. */
    public Found beginBelow(RunId run, SourceRef parent) {
        return begin(run, List.of(), null, null, parent);
    }

    private Found begin(
            RunId run,
            List<EntityType> among,
            @Nullable SourceId record,
            @Nullable String code,
            @Nullable SourceRef parent) {
        jdbc.sql(
                        """
                        insert into migration_reopening
                            (run_id, entities, source_id, code, parent_entity, parent_id, asked_at)
                        values (:run, :entities, :record, :code, :parent, :id, now())
                        """)
                .param("run", run.value())
                .param("entities", among.stream().map(EntityType::name).toArray(String[]::new))
                .param("record", record == null ? null : record.value())
                .param("code", code)
                .param("parent", parent == null ? null : parent.type().name())
                .param("id", parent == null ? null : parent.id().value())
                .update();
        Found found = entities.types().stream()
                .map(type -> records.count(run, type))
                .reduce(
                        new Found(0, 0),
                        (one, other) -> new Found(one.worthwhile + other.worthwhile, one.hopeless + other.hopeless));
        if (found.worthwhile == 0) {
            end(run);
        } else {
            step(run);
        }
        return found;
    }

    /** Reopens what is left of a wish, before anything else is done. */
    void goOn(Lease lease, Watch watch) throws InterruptedException {
        boolean more = true;
        while (more) {
            if (watch.leaving()) {
                throw new InterruptedException("This node is shutting down");
            }
            more = transactions.execute(status -> {
                fence.hold(lease);
                return step(lease.run().run());
            });
        }
    }

    /**
     * Goes through the types upwards, so that whoever waits for a record is met behind it; answers whether there may be more.
     */
    private boolean step(RunId run) {
        Optional<Position> begun = jdbc.sql(
                        "select entity, severity, after from migration_reopening where run_id = :run for update")
                .param("run", run.value())
                .query(Position.class)
                .optional();
        if (begun.isEmpty()) {
            return false;
        }
        Position at = begun.get();
        boolean behind = at.entity == null;
        int left = AT_ONCE;
        for (EntityType type : entities.types()) {
            for (int severity : SEVERITIES) {
                boolean here = type.name().equals(at.entity) && severity == at.severity;
                if (behind || here) {
                    List<LeftOut> found = records.find(run, type, severity, here ? at.after : Long.MIN_VALUE, left);
                    records.reopen(run, type, found);
                    left -= found.size();
                    if (left == 0) {
                        move(run, type, severity, found.getLast().id());
                        return true;
                    }
                }
                behind |= here;
            }
        }
        end(run);
        return false;
    }

    private void move(RunId run, EntityType type, int severity, SourceId after) {
        jdbc.sql(
                        """
                        update migration_reopening set entity = :entity, severity = :severity, after = :after
                        where run_id = :run
                        """)
                .param("run", run.value())
                .param("entity", type.name())
                .param("severity", severity)
                .param("after", after.value())
                .update();
    }

    private void end(RunId run) {
        jdbc.sql("delete from migration_reopening where run_id = :run")
                .param("run", run.value())
                .update();
    }
}
