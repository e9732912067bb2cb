package app.ascent.migration.staging;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks staged records up by their ids, whatever run they came in. */
@Component
public class StagedLookups {

    private final JdbcClient jdbc;
    private final Payloads payloads;

    StagedLookups(JdbcClient jdbc, Payloads payloads) {
        this.jdbc = jdbc;
        this.payloads = payloads;
    }

    /** Records as they last came, of those asked for. */
    public List<StagedRecord> those(RunContext run, EntityType type, Collection<SourceId> ids) {
        return payloads.those(StagedRecords.key(run, type), ids);
    }

    /**
     * A row of a look-up.
     *
     * @param key by which it was asked for: its own id, or that of its owner
     */
    public record Row(long key, SourceId id, String payload) {}

    /** Rows of look-ups that came in this run, in the order of their ids; of types that are asked for by id, or by owner. */
    public Map<EntityType, List<Row>> rows(
            RunContext run, Map<EntityType, Set<Long>> byId, Map<EntityType, Set<Long>> byOwner) {
        Map<EntityType, List<Row>> rows = new HashMap<>();
        byId.forEach((type, ids) -> rows.put(type, read(run, type, ids, "values (w.key)")));
        byOwner.forEach(
                (type, owners) -> rows.put(
                        type,
                        read(
                                run,
                                type,
                                owners,
                                """
                        select o.source_id from migration_staged_owner o
                        where o.organization_id = :organization and o.migration_id = :migration
                            and o.entity = :entity and o.owner_id = w.key
                        """)));
        return rows;
    }

    /**
     * The look-ups of each record by its key: where statistics know nothing of a run, a join would read whole tables. Type by
     * type, so that each statement names the one partition it looks into: docs/adr/053.
     */
    private List<Row> read(RunContext run, EntityType type, Set<Long> keys, String ids) {
        return jdbc.sql(
                        """
                        select w.key, i.id, p.payload
                        from unnest(:keys) as w (key)
                        cross join lateral (%s) as i (id)
                        cross join lateral (
                            select from migration_staged_record t
                            where t.organization_id = :organization and t.migration_id = :migration
                                and t.entity = :entity and t.source_id = i.id and t.run_id = :run
                            limit 1
                        ) s
                        cross join lateral (
                            select c.payload from migration_payload c
                            where c.organization_id = :organization and c.migration_id = :migration
                                and c.entity = :entity and c.source_id = i.id
                            limit 1
                        ) p
                        order by w.key, i.id
                        """
                                .formatted(ids))
                .params(StagedRecords.key(run, type))
                .param("run", run.run().value())
                .param("keys", keys.toArray(Long[]::new))
                .query((row, _) ->
                        new Row(row.getLong("key"), new SourceId(row.getLong("id")), row.getString("payload")))
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
