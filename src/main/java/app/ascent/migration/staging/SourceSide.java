package app.ascent.migration.staging;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells which runs brought what the source has of a type, as far as is known, and what became of it. */
@Component
public class SourceSide {

    private final JdbcClient jdbc;

    SourceSide(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The run that read a type to its end last, and those behind it; all of them where none did. */
    public List<UUID> runs(OrganizationId organization, MigrationId migration, EntityType type) {
        return jdbc.sql(
                        """
                        select r.id from migration_run r
                        where r.organization_id = :organization and r.migration_id = :migration and r.number >= coalesce((
                            select max(e.number) from migration_run e
                            where e.migration_id = :migration and e.kind = any(:reading) and exists (
                                select from migration_pull_checkpoint c
                                where c.run_id = e.id and c.entity = :entity and c.done and c.refusal_code is null
                            )
                        ), 0)
                        """)
                .params(key(organization, migration, type))
                .param("reading", RunKind.reading())
                .query(UUID.class)
                .list();
    }

    /** What records of a type became, by their ids at the source; of what did not come, what a person chose in its place. */
    public Map<Long, UUID> targets(
            OrganizationId organization, MigrationId migration, String system, long database, EntityType type) {
        Map<Long, UUID> targets = new HashMap<>();
        jdbc.sql(
                        """
                        select source_id, target_id from migration_parent_choice
                        where organization_id = :organization and migration_id = :migration and entity = :entity
                        union all
                        select source_id, target_id from migration_id_map
                        where organization_id = :organization and source_system = :system and source_database = :database
                            and entity = :entity
                        """)
                .params(key(organization, migration, type))
                .param("system", system)
                .param("database", database)
                .query(row -> {
                    targets.put(row.getLong("source_id"), row.getObject("target_id", UUID.class));
                });
        return targets;
    }

    private static Map<String, Object> key(OrganizationId organization, MigrationId migration, EntityType type) {
        return Map.of("organization", organization.value(), "migration", migration.value(), "entity", type.name());
    }
}
