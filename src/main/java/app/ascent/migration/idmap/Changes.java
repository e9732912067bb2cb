package app.ascent.migration.idmap;

import app.ascent.database.BulkRows;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.staging.StorableText;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * What imports changed in records that people edit: added to, never altered, so that each run can be taken back. That a run
 * created a record is known by the id map alone.
 */
@Component
public class Changes {

    private static final List<String> COLUMNS = List.of(
            "organization_id",
            "migration_id",
            "run_id",
            "entity",
            "source_id",
            "outcome",
            "fields_before",
            "fields_after");

    private final JdbcOperations jdbc;

    Changes(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction that makes them. */
    public void add(RunContext run, EntityType type, List<Change> changes) {
        BulkRows rows = new BulkRows("migration_change", COLUMNS);
        for (Change change : changes) {
            rows.row()
                    .uuid(run.organization().value())
                    .uuid(run.migration().value())
                    .uuid(run.run().value())
                    .text(type.name())
                    .number(change.source().value())
                    .text(change.outcome().name())
                    .text(StorableText.ofJson(change.before()))
                    .text(StorableText.ofJson(change.after()));
        }
        rows.copy(jdbc);
    }
}
