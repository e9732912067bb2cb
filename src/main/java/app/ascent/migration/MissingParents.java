package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.migration.decision.ParentChoices;
import app.ascent.migration.pipeline.EntityMigrations;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Parents that are not in Ascent, with the records that were left out because of them and where the Owner puts those. */
@Service
public class MissingParents {

    /** More parents than anybody looks through. */
    private static final int MOST = 500;

    /**
     * One parent.
     *
     * @param parent its type; where records name no parent, the first one that comes into question
     * @param id null for records that name no parent at all
     * @param name as far as it could be read
     * @param why a plain sentence of one of the records
     * @param entity type of the records that were left out; where there are none any more, of those that could be
     * @param records how many of them there are now
     * @param chosen the record of Ascent they go to instead, or null
     * @param listed whether the parent itself was left out, so that its own reason can be looked up
     */
    public record MissingParent(
            String parent,
            @Nullable SourceId id,
            @Nullable String name,
            @Nullable String why,
            String entity,
            long records,
            @Nullable UUID chosen,
            boolean listed) {}

    private final Reports reports;
    private final RecordRetries retries;
    private final ParentChoices choices;
    private final EntityMigrations entities;
    private final JdbcClient jdbc;
    private final Clock clock;

    MissingParents(
            Reports reports,
            RecordRetries retries,
            ParentChoices choices,
            EntityMigrations entities,
            JdbcClient jdbc,
            Clock clock) {
        this.reports = reports;
        this.retries = retries;
        this.choices = choices;
        this.entities = entities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of one run, those with most records first; and those for which a choice was made, though nothing waits any more. */
    @Transactional(readOnly = true)
    public List<MissingParent> of(OrganizationId organization, MigrationId migration, @Nullable Integer number) {
        Optional<RunView> run = reports.run(organization, migration, number);
        return run.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                                with waiting as (
                                    select parent_entity, parent_id, split_part(entity, ':', 1) as entity,
                                        count(*) as records, min(detail) as why
                                    from migration_finding
                                    where run_id = :run and code = :code and severity = 1
                                        and origin = 'BATCH' and ordinal = 0
                                    group by parent_entity, parent_id, split_part(entity, ':', 1)
                                ), chosen as (
                                    select entity as parent_entity, source_id as parent_id, target_id
                                    from migration_parent_choice
                                    where organization_id = :organization and migration_id = :migration
                                ), missing as (
                                    select * from waiting full join chosen using (parent_entity, parent_id)
                                )
                                select m.*, s.name, exists (
                                        select from migration_finding p
                                        where p.run_id = :run and p.entity = m.parent_entity
                                            and p.source_id = m.parent_id and p.severity < 2
                                    ) as listed
                                from missing m
                                left join migration_staged_record s on s.organization_id = :organization
                                    and s.migration_id = :migration and s.entity = m.parent_entity
                                    and s.source_id = m.parent_id
                                order by m.records desc nulls last, m.parent_entity, m.parent_id, m.entity
                                limit :limit
                                """)
                        .param("organization", organization.value())
                        .param("migration", migration.value())
                        .param("run", run.get().id().value())
                        .param("code", Reason.PARENT_NOT_IMPORTED.code())
                        .param("limit", MOST)
                        .query((row, _) -> parent(row))
                        .list();
    }

    private MissingParent parent(ResultSet row) throws SQLException {
        String parent = row.getString("parent_entity");
        String entity = row.getString("entity");
        return new MissingParent(
                parent == null
                        ? firstAbove(String.valueOf(entity))
                        : new EntityType(parent).whole().name(),
                parent == null ? null : listed(parent, row.getLong("parent_id")),
                row.getString("name"),
                row.getString("why"),
                entity == null ? firstBelow(new EntityType(String.valueOf(parent))) : entity,
                row.getLong("records"),
                row.getObject("target_id", UUID.class),
                row.getBoolean("listed"));
    }

    private static SourceId listed(String type, long id) {
        return new SourceRef(new EntityType(type), new SourceId(id)).listed().id();
    }

    /** Of a record that names no parent, the first type that it may stand under. */
    private String firstAbove(String entity) {
        return entities.inOrder().stream()
                .filter(each -> each.type().whole().name().equals(entity))
                .flatMap(each -> entities.types().stream().filter(type -> EntityMigrations.depends(each, type)))
                .map(type -> type.whole().name())
                .findFirst()
                .orElse(entity);
    }

    private String firstBelow(EntityType parent) {
        return entities.inOrder().stream()
                .filter(each -> EntityMigrations.depends(each, parent))
                .map(each -> each.type().whole().name())
                .findFirst()
                .orElse(parent.whole().name());
    }

    /**
     * Puts the records below a parent under another record of Ascent from now on; those of the latest run at once, where it
     * has ended. Answers how many that are.
     *
     * @throws MigrationRefused.NotInThisState while a run is under way
     */
    @Transactional
    public int choose(
            OrganizationId organization, UserId by, MigrationId migration, SourceRef parent, TargetId target) {
        choices.choose(organization, migration, parent.inside(), target, by, clock.instant());
        return retries.below(organization, migration, parent.inside());
    }

    /** Takes a choice back; what was imported by it stays. Answers whether there was one. */
    @Transactional
    public boolean takeBack(OrganizationId organization, MigrationId migration, SourceRef parent) {
        return choices.takeBack(organization, migration, parent.inside());
    }
}
