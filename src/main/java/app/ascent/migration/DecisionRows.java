package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.decision.Dictionaries;
import app.ascent.migration.decision.ValueDecisions;
import app.ascent.migration.pipeline.EntityMigrations;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.MigrationId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was decided about picklist values: those without a target first, since they want a look. */
@Component
class DecisionRows {

    private record Row(
            String value,
            String label,
            boolean offered,
            @Nullable String target,
            boolean byPerson,
            @Nullable Long records) {

        /** What was decided and cannot be chosen any more decides nothing. */
        Row among(List<DecidableField.Target> targets) {
            return targets.stream().anyMatch(each -> each.key().equals(target))
                    ? this
                    : new Row(value, label, offered, null, byPerson, records);
        }

        /** A field that may well be empty has a target for that, too. */
        Row meant(DecidableField field, List<DecidableField.Target> targets) {
            if (target != null || byPerson || !value.isEmpty()) {
                return this;
            }
            String meant = field.proposal().of(new Dictionary.Entry(value, label, true, false, null), targets);
            return new Row(value, label, offered, meant, false, records);
        }

        /** A proposal that the run did not take up is no choice; one that was taken back is. */
        boolean waits(Map<String, Dictionary.Entry> applied) {
            Dictionary.Entry entry = applied.get(value);
            return (byPerson || target == null) && !Objects.equals(target, entry == null ? null : entry.target());
        }
    }

    private final JdbcClient jdbc;
    private final EntityMigrations entities;
    private final Runs runs;
    private final Dictionaries dictionaries;

    DecisionRows(JdbcClient jdbc, EntityMigrations entities, Runs runs, Dictionaries dictionaries) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.runs = runs;
        this.dictionaries = dictionaries;
    }

    List<Decision> of(OrganizationId organization, MigrationId migration) {
        Map<List<@Nullable String>, Decision> decisions = new LinkedHashMap<>();
        Optional<Dictionary> applied = applied(migration);
        for (EntityMigration<?, ?> entity : entities.inOrder()) {
            for (DecidableField field : entity.decidable()) {
                String table = ValueDecisions.tableOf(entity.type().name(), field.field());
                List<DecidableField.Target> targets = field.targets().of(organization);
                for (Row found : rows(organization, migration, entity.type().name(), field.field())) {
                    Row row = found.among(targets).meant(field, targets);
                    Decision decision = new Decision(
                            entity.type().whole().name(),
                            field.field(),
                            row.value.isEmpty() ? null : row.value,
                            row.label,
                            row.target,
                            field.fallback(),
                            row.byPerson,
                            row.records,
                            targets,
                            row.offered,
                            applied.map(run -> row.waits(run.tables().getOrDefault(table, Map.of())))
                                    .orElse(false));
                    decisions.merge(
                            Arrays.asList(decision.entity(), decision.field(), decision.value()),
                            decision,
                            Decision::and);
                }
            }
        }
        return List.copyOf(decisions.values());
    }

    /** What the latest run mapped by; nothing waits for a run that has not asked yet. */
    private Optional<Dictionary> applied(MigrationId migration) {
        return runs.findFirstByMigrationIdOrderByNumberDesc(migration.value())
                .flatMap(run -> dictionaries.find(run.id()));
    }

    private List<Row> rows(OrganizationId organization, MigrationId migration, String entity, String field) {
        return jdbc.sql(
                        """
                        select value, label, offered, target, decided_by is not null as by_person, records
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
