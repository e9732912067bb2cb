package app.ascent.migration.staging;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import java.util.ArrayList;
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
        read(run, byId, "values (w.key)", rows);
        read(
                run,
                byOwner,
                """
                select o.source_id from migration_staged_owner o
                where o.organization_id = :organization and o.migration_id = :migration
                    and o.entity = w.entity and o.owner_id = w.key
                """,
                rows);
        return rows;
    }

    /** The look-ups of each record by its key: where statistics know nothing of a run, a join would read whole tables. */
    private void read(RunContext run, Map<EntityType, Set<Long>> wanted, String ids, Map<EntityType, List<Row>> rows) {
        if (wanted.isEmpty()) {
            return;
        }
        List<String> entities = new ArrayList<>();
        List<Long> keys = new ArrayList<>();
        wanted.forEach((type, values) -> values.forEach(value -> {
            entities.add(type.name());
            keys.add(value);
        }));
        jdbc.sql(
                        """
                        select w.entity, w.key, i.id, p.payload
                        from unnest(:entities, :keys) as w (entity, key)
                        cross join lateral (%s) as i (id)
                        cross join lateral (
                            select from migration_staged_record t
                            where t.organization_id = :organization and t.migration_id = :migration
                                and t.entity = w.entity and t.source_id = i.id and t.run_id = :run
                            limit 1
                        ) s
                        cross join lateral (
                            select c.payload from migration_payload c
                            where c.organization_id = :organization and c.migration_id = :migration
                                and c.entity = w.entity and c.source_id = i.id
                            limit 1
                        ) p
                        order by w.entity, w.key, i.id
                        """
                                .formatted(ids))
                .param("organization", run.organization().value())
                .param("migration", run.migration().value())
                .param("run", run.run().value())
                .param("entities", entities.toArray(String[]::new))
                .param("keys", keys.toArray(Long[]::new))
                .query(row -> {
                    rows.computeIfAbsent(new EntityType(row.getString("entity")), type -> new ArrayList<>())
                            .add(new Row(
                                    row.getLong("key"), new SourceId(row.getLong("id")), row.getString("payload")));
                });
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
