package app.ascent.migration.pipeline;

import app.ascent.migration.decision.ValueCounts;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRow;
import app.ascent.migration.staging.StagedRecords;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads single records anew before they are loaded again, one call for 500 of them. One that is gone from the source is
 * loaded as it last came, and fails as it did.
 */
@Component
class Rereading {

    /** What Autotask answers at once. */
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final StagedRecords staging;
    private final ValueCounts values;
    private final Fence fence;
    private final TransactionOperations transactions;

    Rereading(
            JdbcClient jdbc,
            StagedRecords staging,
            ValueCounts values,
            Fence fence,
            TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.staging = staging;
        this.values = values;
        this.fence = fence;
        this.transactions = transactions;
    }

    void reread(Work work, EntityMigration<?, ?> entity) throws InterruptedException {
        for (List<SourceId> page = next(work.run(), entity); !page.isEmpty(); page = next(work.run(), entity)) {
            List<SourceId> wanted = page;
            List<SourceRow> rows = work.waitFor(() -> entity.reread(work.run(), wanted));
            transactions.executeWithoutResult(status -> {
                fence.hold(work.lease());
                StagedRecords.Staged staged = staging.put(work.run(), entity.type(), rows);
                values.add(work.run(), entity, staged.came(), staged.replaced());
                done(work.run(), entity, wanted);
            });
            work.watch().pageCame();
        }
    }

    private List<SourceId> next(RunContext run, EntityMigration<?, ?> entity) {
        return jdbc
                .sql(
                        """
                        select source_id from migration_rereading where run_id = :run and entity = :entity
                        order by source_id limit :limit
                        """)
                .param("run", run.run().value())
                .param("entity", entity.type().name())
                .param("limit", PAGE)
                .query(Long.class)
                .list()
                .stream()
                .map(SourceId::new)
                .toList();
    }

    private void done(RunContext run, EntityMigration<?, ?> entity, List<SourceId> page) {
        jdbc.sql(
                        """
                delete from migration_rereading
                where run_id = :run and entity = :entity and source_id = any(:ids)
                """)
                .param("run", run.run().value())
                .param("entity", entity.type().name())
                .param("ids", page.stream().map(SourceId::value).toArray(Long[]::new))
                .update();
    }
}
