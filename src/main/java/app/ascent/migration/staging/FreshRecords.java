package app.ascent.migration.staging;

import app.ascent.database.BulkRows;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Writes records that no run has staged before. */
@Component
class FreshRecords {

    private static final List<String> COLUMNS = List.of(
            "organization_id",
            "migration_id",
            "entity",
            "source_id",
            "run_id",
            "state",
            "payload_hash",
            "pulled_at",
            "page_id");

    private final JdbcOperations jdbc;
    private final Clock clock;

    FreshRecords(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * All but those known, in the order of their ids.
     *
     * @param pages in which their payloads lie; of others they lie apart
     */
    void put(RunContext run, EntityType type, Map<Long, byte[]> hashes, Map<Long, Long> pages, Set<Long> known) {
        BulkRows records = new BulkRows("migration_staged_record", COLUMNS);
        Instant now = clock.instant();
        hashes.forEach((id, hash) -> {
            if (!known.contains(id)) {
                records.row()
                        .uuid(run.organization().value())
                        .uuid(run.migration().value())
                        .text(type.name())
                        .number(id)
                        .uuid(run.run().value())
                        .text(RecordState.STAGED.name())
                        .bytes(hash)
                        .time(now)
                        .number(pages.get(id));
            }
        });
        records.copy(jdbc);
    }
}
