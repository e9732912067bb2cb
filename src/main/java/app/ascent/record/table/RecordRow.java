package app.ascent.record.table;

import app.ascent.record.Provenance;
import app.ascent.record.field.Fields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every record has, of whatever kind.
 *
 * @param source where it came from; null for one that was created in Ascent
 */
public record RecordRow<F extends Record>(
        UUID id, F fields, @Nullable Provenance source, Instant created, Instant updated, long version) {

    static final String COLUMNS =
            "c.id, c.source_system, c.source_database, c.source_id, c.created_at, c.updated_at, c.version";

    static <F extends Record> RecordRow<F> of(ResultSet row, Fields<F> fields) throws SQLException {
        String system = row.getString("source_system");
        return new RecordRow<>(
                row.getObject("id", UUID.class),
                fields.read(row),
                system == null
                        ? null
                        : new Provenance(system, row.getLong("source_database"), row.getLong("source_id")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getLong("version"));
    }
}
