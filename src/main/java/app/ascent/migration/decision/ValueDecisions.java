package app.ascent.migration.decision;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What picklist values become in Ascent: proposed by the entity types, or decided by a person, who is not overruled. */
@Component
public class ValueDecisions {

    private record Decided(String entity, String field, String value, String label, String target, boolean byPerson) {

        String table() {
            return tableOf(entity, field);
        }

        Dictionary.Entry applyTo(Dictionary.@Nullable Entry listed) {
            return listed == null
                    ? new Dictionary.Entry(value, label, byPerson, false, target, byPerson)
                    : new Dictionary.Entry(
                            listed.value(),
                            listed.label(),
                            listed.active() || byPerson,
                            listed.system(),
                            target,
                            byPerson);
        }
    }

    private final JdbcClient jdbc;

    ValueDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The dictionary's table that lists the values of a field. */
    public static String tableOf(String entity, String field) {
        return entity + "." + field;
    }

    /** Takes in the values the source lists now, with a proposal for those that no person has decided. */
    public void propose(
            OrganizationId organization,
            MigrationId migration,
            EntityType type,
            DecidableField field,
            Dictionary dictionary) {
        List<Dictionary.Entry> entries = List.copyOf(dictionary
                .tables()
                .getOrDefault(tableOf(type.name(), field.field()), Map.of())
                .values());
        jdbc.sql(
                        """
                        insert into migration_value_decision as d (organization_id, migration_id, entity, field, value,
                            label, offered, target)
                        select :organization, :migration, :entity, :field, v.value, v.label, v.offered, v.target
                        from unnest(:values, :labels, :offered, :targets) as v (value, label, offered, target)
                        on conflict (organization_id, migration_id, entity, field, value_key) do update
                        set label = excluded.label, offered = excluded.offered,
                            target = case when d.decided_by is null then excluded.target else d.target end
                        """)
                .params(key(organization, migration, type, field.field()))
                .param("values", texts(entries, Dictionary.Entry::value))
                .param("labels", texts(entries, Dictionary.Entry::label))
                .param("offered", entries.stream().map(Dictionary.Entry::active).toArray(Boolean[]::new))
                .param("targets", texts(entries, proposal(field, field.targets().of(organization))))
                .update();
    }

    /** Nothing is proposed that nobody could choose. */
    private static Function<Dictionary.Entry, @Nullable String> proposal(
            DecidableField field, List<DecidableField.Target> targets) {
        return entry -> {
            String proposed = field.proposal().of(entry, targets);
            return targets.stream().anyMatch(target -> target.key().equals(proposed)) ? proposed : null;
        };
    }

    private static String[] texts(List<Dictionary.Entry> entries, Function<Dictionary.Entry, @Nullable String> text) {
        return entries.stream().map(text).toArray(String[]::new);
    }

    /** The dictionary with the target of each value that has one; what was chosen and is gone since is none. */
    public Dictionary applyTo(
            OrganizationId organization,
            MigrationId migration,
            Dictionary dictionary,
            Collection<EntityMigration<?, ?>> entities) {
        Map<String, List<DecidableField.Target>> offers = offers(organization, entities);
        Map<String, Map<String, Dictionary.Entry>> tables = new LinkedHashMap<>();
        dictionary.tables().forEach((name, entries) -> tables.put(name, new LinkedHashMap<>(entries)));
        for (Decided decision : decided(organization, migration)) {
            if (offers.getOrDefault(decision.table(), List.of()).stream()
                    .noneMatch(target -> target.key().equals(decision.target))) {
                continue;
            }
            Map<String, Dictionary.Entry> table =
                    tables.computeIfAbsent(decision.table(), name -> new LinkedHashMap<>());
            // A value the source does not list is taken up only when a person decided what it means.
            if (decision.byPerson || table.containsKey(decision.value)) {
                table.compute(decision.value, (value, listed) -> decision.applyTo(listed));
            }
        }
        return new Dictionary(tables);
    }

    private static Map<String, List<DecidableField.Target>> offers(
            OrganizationId organization, Collection<EntityMigration<?, ?>> entities) {
        Map<String, List<DecidableField.Target>> offers = new HashMap<>();
        for (EntityMigration<?, ?> entity : entities) {
            for (DecidableField field : entity.decidable()) {
                offers.put(
                        tableOf(entity.type().name(), field.field()),
                        field.targets().of(organization));
            }
        }
        return offers;
    }

    private List<Decided> decided(OrganizationId organization, MigrationId migration) {
        return jdbc.sql(
                        """
                        select entity, field, value, label, target, decided_by is not null as by_person
                        from migration_value_decision
                        where organization_id = :organization and migration_id = :migration
                            and target is not null and (value <> '' or decided_by is not null)
                        """)
                .param("organization", organization.value())
                .param("migration", migration.value())
                .query(Decided.class)
                .list();
    }

    /** A person's choice; null leaves the value to proposal and fallback again. Answers whether there is such a value. */
    public boolean decide(
            OrganizationId organization,
            MigrationId migration,
            EntityType type,
            String field,
            String value,
            @Nullable String target,
            UserId by) {
        return jdbc.sql(
                                """
                                update migration_value_decision set target = cast(:target as text),
                                    decided_by = case when cast(:target as text) is not null then cast(:by as uuid) end
                                where organization_id = :organization and migration_id = :migration
                                    and entity = :entity and field = :field and value = :value
                                """)
                        .params(key(organization, migration, type, field))
                        .param("value", value)
                        .param("target", target)
                        .param("by", by.value())
                        .update()
                > 0;
    }

    /** Keeps what people chose beyond the migration, by the database it reads. */
    public void keep(OrganizationId organization, MigrationId migration) {
        jdbc.sql(
                        """
                        insert into migration_value_choice (organization_id, source_system, source_database, entity,
                            field, value, label, target, decided_by)
                        select m.organization_id, m.source_system, m.source_database, d.entity, d.field, d.value,
                            d.label, d.target, d.decided_by
                        from migration_value_decision d
                        join migration_migration m on m.organization_id = d.organization_id and m.id = d.migration_id
                        where d.organization_id = :organization and d.migration_id = :migration
                            and d.decided_by is not null and d.target is not null
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
                            delete from migration_value_choice c using migration_migration m
                            where m.organization_id = :organization and m.id = :migration
                                and c.organization_id = m.organization_id and c.source_system = m.source_system
                                and c.source_database = m.source_database
                            returning c.entity, c.field, c.value, c.label, c.target, c.decided_by
                        )
                        insert into migration_value_decision (organization_id, migration_id, entity, field, value,
                            label, offered, target, decided_by)
                        select :organization, :migration, entity, field, value, label, false, target, decided_by
                        from kept
                        """)
                .param("organization", organization.value())
                .param("migration", migration.value())
                .update();
    }

    /** The report's values are the mapper's reading of them; what the payload did not show so is added. */
    public void addReported(RunContext run, EntityType type, String field) {
        jdbc.sql(
                        """
                        insert into migration_value_decision as d (organization_id, migration_id, entity, field, value,
                            label, offered, records)
                        select :organization, :migration, :entity, :field, coalesce(f.value, ''),
                            coalesce(max(nullif(f.label, '')), f.value, ''), false, count(distinct f.source_id)
                        from migration_finding f
                        where f.run_id = :run and f.code = 'UNKNOWN_VALUE' and f.severity = 2
                            and f.entity = :entity and f.field = :field
                        group by f.value
                        on conflict (organization_id, migration_id, entity, field, value_key) do update
                        set records = excluded.records where coalesce(d.records, 0) = 0
                        """)
                .params(key(run.organization(), run.migration(), type, field))
                .param("run", run.run().value())
                .update();
    }

    static Map<String, Object> key(RunContext run, EntityType type) {
        return Map.of(
                "organization", run.organization().value(),
                "migration", run.migration().value(),
                "entity", type.name());
    }

    private static Map<String, Object> key(
            OrganizationId organization, MigrationId migration, EntityType type, String field) {
        return Map.of(
                "organization", organization.value(),
                "migration", migration.value(),
                "entity", type.name(),
                "field", field);
    }
}
