package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.pipeline.EntityMigrations;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Removes all that the engine keeps of a migration; what was imported stays where it landed. From the moment a person asks for
 * it nobody sees the migration any more; its rows go a part at a time, by the one who asked as long as that takes seconds, and
 * by the scheduler where something is left: docs/adr/055.
 */
@Component
class Removal {

    private static final Logger log = LoggerFactory.getLogger(Removal.class);

    private final JdbcClient jdbc;
    private final EntityMigrations entities;
    private final RemovedRows rows;
    private final RemovalQueue queue;

    Removal(JdbcClient jdbc, EntityMigrations entities, RemovedRows rows, RemovalQueue queue) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.rows = rows;
        this.queue = queue;
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

    /** Removes a migration once the caller's transaction, which hides it, has ended. */
    void afterwards(MigrationId migration) {
        queue.add(migration);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    rows.removeSome(migration);
                } catch (DataAccessException | TransactionException e) {
                    log.warn(
                            "Migration {} is not removed whole yet, the scheduler goes on: {}",
                            migration,
                            e.getClass().getName());
                }
            }
        });
    }

    /** Whether rows of an earlier migration of the same database are still there. */
    boolean goesOn(OrganizationId organization, Source source) {
        return jdbc.sql(
                        """
                        select exists (
                            select from migration_migration
                            where organization_id = :organization and source_system = :system
                                and source_database = :database and removed_at is not null
                        )
                        """)
                .param("organization", organization.value())
                .param("system", source.system())
                .param("database", source.database())
                .query(Boolean.class)
                .single();
    }
}
