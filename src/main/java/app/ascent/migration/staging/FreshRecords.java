package app.ascent.migration.staging;

import app.ascent.database.BulkRows;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Writes records that no run has staged before. */
@Component
class FreshRecords {

    private static final List<String> KEY = List.of("organization_id", "migration_id", "entity", "source_id");

    private final JdbcOperations jdbc;
    private final Clock clock;

    FreshRecords(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All of the page but those known, in the order of their ids. */
    void put(RunContext run, EntityType type, Map<Long, byte[]> hashes, Map<Long, String> payloads, Set<Long> known) {
        BulkRows records = rows("migration_staged_record", "run_id", "state", "payload_hash", "pulled_at");
        BulkRows contents = rows("migration_payload", "payload");
        Instant now = clock.instant();
        payloads.forEach((id, payload) -> {
            if (!known.contains(id)) {
                begin(records, run, type, id)
                        .uuid(run.run().value())
                        .text(RecordState.STAGED.name())
                        .bytes(hashes.get(id))
                        .time(now);
                begin(contents, run, type, id).text(payload);
            }
        });
        records.copy(jdbc);
        contents.copy(jdbc);
    }

    private static BulkRows rows(String table, String... more) {
        return new BulkRows(
                table, Stream.concat(KEY.stream(), Arrays.stream(more)).toList());
    }

    private static BulkRows begin(BulkRows rows, RunContext run, EntityType type, Long id) {
        return rows.row()
                .uuid(run.organization().value())
                .uuid(run.migration().value())
                .text(type.name())
                .number(id);
    }
}
