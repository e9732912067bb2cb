package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.pipeline.EntityMigrations;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.MigrationId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was decided about picklist values: those without a target first, since they want a look. */
@Component
class DecisionRows {

    private record Row(String value, String label, @Nullable String target, boolean byPerson, @Nullable Long records) {}

    private final JdbcClient jdbc;
    private final EntityMigrations entities;

    DecisionRows(JdbcClient jdbc, EntityMigrations entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    List<Decision> of(OrganizationId organization, MigrationId migration) {
        List<Decision> decisions = new ArrayList<>();
        for (EntityMigration<?, ?> entity : entities.inOrder()) {
            for (DecidableField field : entity.decidable()) {
                for (Row row : rows(organization, migration, entity.type().name(), field.field())) {
                    decisions.add(new Decision(
                            entity.type().name(),
                            field.field(),
                            row.value.isEmpty() ? null : row.value,
                            row.label,
                            row.target,
                            field.fallback(),
                            row.byPerson,
                            row.records,
                            field.targets()));
                }
            }
        }
        return decisions;
    }

    private List<Row> rows(OrganizationId organization, MigrationId migration, String entity, String field) {
        return jdbc.sql(
                        """
                        select value, label, target, decided_by is not null as by_person, records
                        from migration_value_decision
                        where organization_id = :organization and migration_id = :migration
                            and entity = :entity and field = :field
                        order by target is not null, label, value
                        """)
                .param("organization", organization.value())
                .param("migration", migration.value())
                .param("entity", entity)
                .param("field", field)
                .query(Row.class)
                .list();
    }
}
