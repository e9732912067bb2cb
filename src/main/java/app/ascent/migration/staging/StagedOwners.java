package app.ascent.migration.staging;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose the staged rows of a look-up are. They lie apart, so that records, which have no owner here, carry nothing of it. */
@Component
public class StagedOwners {

    private final JdbcClient jdbc;

    StagedOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In the transaction that stages the rows.
     *
     * @param owners by the ids of the rows
     * @param nobodys rows that belong to nobody, though they may have before
     */
    public void put(RunContext run, EntityType type, Map<Long, Long> owners, List<Long> nobodys) {
        TreeMap<Long, Long> inOrder = new TreeMap<>(owners);
        jdbc.sql(
                        """
                        insert into migration_staged_owner as o (organization_id, migration_id, entity, source_id, owner_id)
                        select :organization, :migration, :entity, r.id, r.owner from unnest(:ids, :owners) as r (id, owner)
                        on conflict (organization_id, migration_id, entity, source_id) do update
                        set owner_id = excluded.owner_id where o.owner_id <> excluded.owner_id
                        """)
                .params(key(run, type))
                .param("ids", inOrder.keySet().toArray(Long[]::new))
                .param("owners", inOrder.values().toArray(Long[]::new))
                .update();
        if (!nobodys.isEmpty()) {
            jdbc.sql(
                            """
                            delete from migration_staged_owner
                            where organization_id = :organization and migration_id = :migration and entity = :entity
                                and source_id = any(:ids)
                            """)
                    .params(key(run, type))
                    .param("ids", nobodys.toArray(Long[]::new))
                    .update();
        }
    }

    private static Map<String, Object> key(RunContext run, EntityType type) {
        return Map.of(
                "organization", run.organization().value(),
                "migration", run.migration().value(),
                "entity", type.name());
    }
}
