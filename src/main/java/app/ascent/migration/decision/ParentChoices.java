package app.ascent.migration.decision;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where records go whose parent is not in Ascent, as a person decided. */
@Component
public class ParentChoices {

    private final JdbcClient jdbc;

    ParentChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was chosen for these parents; the others are absent. */
    public Map<SourceRef, TargetId> find(
            OrganizationId organization, MigrationId migration, Collection<SourceRef> parents) {
        Map<SourceRef, TargetId> chosen = new HashMap<>();
        if (parents.isEmpty()) {
            return chosen;
        }
        jdbc.sql(
                        """
                        select c.entity, c.source_id, c.target_id from unnest(:entities, :ids) as w (entity, id)
                        join migration_parent_choice c on c.organization_id = :organization
                            and c.migration_id = :migration and c.entity = w.entity and c.source_id = w.id
                        """)
                .param("organization", organization.value())
                .param("migration", migration.value())
                .param(
                        "entities",
                        parents.stream().map(ref -> ref.type().name()).toArray(String[]::new))
                .param("ids", parents.stream().map(ref -> ref.id().value()).toArray(Long[]::new))
                .query(row -> {
                    chosen.put(
                            new SourceRef(
                                    new EntityType(row.getString("entity")), new SourceId(row.getLong("source_id"))),
                            new TargetId(row.getObject("target_id", UUID.class)));
                });
        return chosen;
    }

    public void choose(
            OrganizationId organization,
            MigrationId migration,
            SourceRef parent,
            TargetId target,
            UserId by,
            Instant at) {
        jdbc.sql(
                        """
                        insert into migration_parent_choice (organization_id, migration_id, entity, source_id, target_id,
                            decided_by, decided_at)
                        values (:organization, :migration, :entity, :id, :target, :by, :at)
                        on conflict (organization_id, migration_id, entity, source_id) do update
                        set target_id = excluded.target_id, decided_by = excluded.decided_by,
                            decided_at = excluded.decided_at
                        """)
                .param("organization", organization.value())
                .param("migration", migration.value())
                .param("entity", parent.type().name())
                .param("id", parent.id().value())
                .param("target", target.value())
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Keeps what people chose beyond the migration, by the database it reads. */
    public void keep(OrganizationId organization, MigrationId migration) {
        jdbc.sql(
                        """
                        insert into migration_parent_choice_kept (organization_id, source_system, source_database, entity,
                            source_id, target_id, decided_by, decided_at)
                        select m.organization_id, m.source_system, m.source_database, c.entity, c.source_id, c.target_id,
                            c.decided_by, c.decided_at
                        from migration_parent_choice c
                        join migration_migration m on m.organization_id = c.organization_id and m.id = c.migration_id
                        where c.organization_id = :organization and c.migration_id = :migration
                        """)
                .param("organization", organization.value())
                .param("migration", migration.value())
                .update();
    }

    /** Gives a new migration what people chose while an earlier one read the same database. */
    public void takeUp(OrganizationId organization, MigrationId migration) {
        jdbc.sql(
                        """
                        with kept as (
                            delete from migration_parent_choice_kept c using migration_migration m
                            where m.organization_id = :organization and m.id = :migration
                                and c.organization_id = m.organization_id and c.source_system = m.source_system
                                and c.source_database = m.source_database
                            returning c.entity, c.source_id, c.target_id, c.decided_by, c.decided_at
                        )
                        insert into migration_parent_choice (organization_id, migration_id, entity, source_id, target_id,
                            decided_by, decided_at)
                        select :organization, :migration, entity, source_id, target_id, decided_by, decided_at
                        from kept
                        """)
                .param("organization", organization.value())
                .param("migration", migration.value())
                .update();
    }

    /** Answers whether there was a choice to take back. */
    public boolean takeBack(OrganizationId organization, MigrationId migration, SourceRef parent) {
        return jdbc.sql(
                                """
                                delete from migration_parent_choice
                                where organization_id = :organization and migration_id = :migration
                                    and entity = :entity and source_id = :id
                                """)
                        .param("organization", organization.value())
                        .param("migration", migration.value())
                        .param("entity", parent.type().name())
                        .param("id", parent.id().value())
                        .update()
                > 0;
    }
}
