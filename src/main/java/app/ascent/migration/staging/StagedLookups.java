package app.ascent.migration.staging;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks staged records up by their ids, whatever run they came in. */
@Component
public class StagedLookups {

    private final JdbcClient jdbc;

    StagedLookups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records as they last came, of those asked for. */
    public List<StagedRecord> those(RunContext run, EntityType type, Collection<SourceId> ids) {
        return jdbc.sql(
                        """
                        select s.source_id, p.payload, s.payload_hash
                        from migration_staged_record s
                        join migration_payload p using (organization_id, migration_id, entity, source_id)
                        where organization_id = :organization and migration_id = :migration and entity = :entity
                            and source_id = any(:ids)
                        order by source_id
                        """)
                .params(StagedRecords.key(run, type))
                .param("ids", ids.stream().map(SourceId::value).toArray(Long[]::new))
                .query((row, number) -> new StagedRecord(
                        new SourceId(row.getLong("source_id")), row.getString("payload"), row.getBytes("payload_hash")))
                .list();
    }

    /** What people call these records, as far as it could be read. */
    public Map<SourceId, String> names(RunContext run, EntityType type, Collection<SourceId> ids) {
        Map<SourceId, String> names = new HashMap<>();
        jdbc.sql(
                        """
                        select source_id, name from migration_staged_record
                        where organization_id = :organization and migration_id = :migration and entity = :entity
                            and source_id = any(:ids) and name is not null
                        """)
                .params(StagedRecords.key(run, type))
                .param("ids", ids.stream().map(SourceId::value).toArray(Long[]::new))
                .query(row -> {
                    names.put(new SourceId(row.getLong("source_id")), row.getString("name"));
                });
        return names;
    }
}
