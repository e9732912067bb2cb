package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.pipeline.EntityMigrations;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes all that the engine keeps of a migration; what was imported stays where it landed. */
@Component
class Removal {

    /** Checkpoints, usage, dictionary, notices and reports go with their run. */
    private static final List<String> TABLES = List.of(
            "migration_finding",
            "migration_staged_record",
            "migration_payload",
            "migration_staged_owner",
            "migration_change",
            "migration_picklist",
            "migration_value_decision",
            "migration_parent_choice",
            "migration_run");

    private final JdbcClient jdbc;
    private final EntityMigrations entities;

    Removal(JdbcClient jdbc, EntityMigrations entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    /** What would be removed: every run's, not the latest one's alone. Rows that records only look up are not counted. */
    Migrations.Stored stored(OrganizationId organization, MigrationId migration) {
        return jdbc.sql(
                        """
                        select
                            (select count(*) from migration_staged_record s
                             where s.organization_id = m.organization_id and s.migration_id = m.id
                                 and s.entity = any(:types)) as staged,
                            (select count(*) from migration_id_map i
                             where i.organization_id = m.organization_id and i.source_system = m.source_system
                                 and i.source_database = m.source_database) as remembered,
                            (select count(*) from migration_value_decision d
                             where d.organization_id = m.organization_id and d.migration_id = m.id
                                 and d.decided_by is not null) as choices,
                            (select count(*) from migration_parent_choice c
                             where c.organization_id = m.organization_id and c.migration_id = m.id) as parents
                        from migration_migration m
                        where m.organization_id = :organization and m.id = :migration
                        """)
                .param("organization", organization.value())
                .param("migration", migration.value())
                .param("types", entities.types().stream().map(EntityType::name).toArray(String[]::new))
                .query(Migrations.Stored.class)
                .single();
    }

    /** Whether there is anything of what runs read. */
    boolean holdsRecords(OrganizationId organization, MigrationId migration) {
        return jdbc.sql(
                        """
                        select exists (
                            select from migration_staged_record
                            where organization_id = :organization and migration_id = :migration and entity = any(:types)
                        )
                        """)
                .param("organization", organization.value())
                .param("migration", migration.value())
                .param("types", entities.types().stream().map(EntityType::name).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    void remove(OrganizationId organization, MigrationId migration) {
        jdbc.sql(
                        """
                        delete from migration_id_map i using migration_migration m
                        where m.organization_id = :organization and m.id = :migration
                            and i.organization_id = m.organization_id and i.source_system = m.source_system
                            and i.source_database = m.source_database
                        """)
                .param("organization", organization.value())
                .param("migration", migration.value())
                .update();
        TABLES.forEach(table -> jdbc.sql(
                        "delete from " + table + " where organization_id = :organization and migration_id = :migration")
                .param("organization", organization.value())
                .param("migration", migration.value())
                .update());
        jdbc.sql("delete from migration_migration where organization_id = :organization and id = :migration")
                .param("organization", organization.value())
                .param("migration", migration.value())
                .update();
    }
}
