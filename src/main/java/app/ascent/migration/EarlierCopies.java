package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.decision.Picklists;
import app.ascent.migration.pipeline.EntityMigrations;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether what runs read is enough for one that asks the source nothing. */
@Component
class EarlierCopies {

    private final JdbcClient jdbc;
    private final EntityMigrations entities;
    private final Picklists picklists;

    EarlierCopies(JdbcClient jdbc, EntityMigrations entities, Picklists picklists) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.picklists = picklists;
    }

    /**
     * A type of which nothing was read has nothing to be mapped, and stops no other.
     *
     * @throws MigrationRefused.NotInThisState where nothing was read of any, or records of one and not what their values mean
     */
    void suffice(OrganizationId organization, MigrationId migration, Scope scope, RunStatus status) {
        Set<String> staged = staged(organization, migration);
        if (staged.isEmpty()) {
            throw new MigrationRefused.NotInThisState(
                    status, "Nothing has been read yet, so there is nothing to apply decisions to.");
        }
        Map<EntityType, Dictionary> offered = picklists.byType(organization, migration);
        List<String> half = entities.within(scope).stream()
                .filter(entity -> staged.contains(entity.type().name()) && !covers(offered.get(entity.type()), entity))
                .map(entity -> entity.kind().words())
                .distinct()
                .toList();
        if (!half.isEmpty()) {
            throw new MigrationRefused.NotInThisState(
                    status,
                    ("%s were not read completely yet, so that decisions cannot be applied to them. Run a full import, "
                                    + "which reads them, or leave them out.")
                            .formatted(listed(half)));
        }
    }

    private static boolean covers(@Nullable Dictionary offered, EntityMigration<?, ?> entity) {
        return offered != null && offered.tables().keySet().containsAll(entity.indispensableTables());
    }

    /** Types of which there is at least one record. */
    private Set<String> staged(OrganizationId organization, MigrationId migration) {
        return jdbc.sql(
                        """
                        select t.entity from unnest(:types) as t (entity)
                        where exists (
                            select from migration_staged_record s
                            where s.organization_id = :organization and s.migration_id = :migration
                                and s.entity = t.entity
                        )
                        """)
                .param("organization", organization.value())
                .param("migration", migration.value())
                .param("types", entities.types().stream().map(EntityType::name).toArray(String[]::new))
                .query(String.class)
                .set();
    }

    private static String listed(List<String> names) {
        List<String> words = new ArrayList<>(List.of(names.getFirst()));
        names.stream().skip(1).map(name -> name.toLowerCase(Locale.ROOT)).forEach(words::add);
        String last = words.removeLast();
        return words.isEmpty() ? last : String.join(", ", words) + " and " + last;
    }
}
