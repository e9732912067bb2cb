package app.ascent.migration.decision;

import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.staging.StagedRecord;
import app.ascent.migration.staging.StagedRecords;
import app.ascent.migration.staging.StorableText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many staged records have which value in a field that the Owner decides about. Counted from each page as it is staged, in
 * its transaction, since nobody wants to go through millions of payloads when all of them are there.
 */
@Component
public class ValueCounts {

    /** In the order of the table's key, so that two ranges of a type that are staged at once do not wait in a circle. */
    private record Value(String field, String value) implements Comparable<Value> {

        @Override
        public int compareTo(Value other) {
            int byField = field.compareTo(other.field);
            return byField != 0 ? byField : value.compareTo(other.value);
        }
    }

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;
    private final StagedRecords staging;

    ValueCounts(JdbcClient jdbc, StagedRecords staging) {
        this.jdbc = jdbc;
        this.staging = staging;
    }

    /**
     * Counts what a page brought.
     *
     * @param came payloads that were not staged before
     * @param replaced payloads that they took the place of
     */
    public void add(
            RunContext run, EntityMigration<?, ?> entity, Collection<String> came, Collection<String> replaced) {
        List<String> fields = fields(entity);
        Map<Value, Long> changes = new TreeMap<>();
        count(changes, fields, came, 1);
        count(changes, fields, replaced, -1);
        changes.values().removeIf(change -> change == 0);
        if (!changes.isEmpty()) {
            add(run, entity.type(), changes);
        }
    }

    private static List<String> fields(EntityMigration<?, ?> entity) {
        return entity.decidable().stream().map(DecidableField::field).toList();
    }

    private static void count(Map<Value, Long> counts, List<String> fields, Collection<String> payloads, long each) {
        if (!fields.isEmpty()) {
            payloads.forEach(payload -> SentValues.in(payload, fields)
                    .forEach((field, value) -> counts.merge(new Value(field, storable(value)), each, Long::sum)));
        }
    }

    private static String storable(String value) {
        return Objects.requireNonNullElse(StorableText.of(value), "");
    }

    private void add(RunContext run, EntityType type, Map<Value, Long> changes) {
        jdbc.sql(
                        """
                        insert into migration_value_count as c (organization_id, migration_id, entity, field, value, records)
                        select :organization, :migration, :entity, v.field, v.value, v.change
                        from unnest(:fields, :values, :changes) as v (field, value, change)
                        on conflict (organization_id, migration_id, entity, field, value_key) do update
                        set records = c.records + excluded.records
                        """)
                .params(ValueDecisions.key(run, type))
                .params(columns(changes))
                .update();
    }

    private static Map<String, Object> columns(Map<Value, Long> counts) {
        return Map.of(
                "fields", counts.keySet().stream().map(Value::field).toArray(String[]::new),
                "values", counts.keySet().stream().map(Value::value).toArray(String[]::new),
                "changes", counts.values().toArray(Long[]::new));
    }

    /**
     * Says beside each value that can be decided how many records of this run have it, and takes up values that the source
     * uses without listing them. Staged records that did not come in this run are counted off: mostly there are none.
     */
    public void tell(RunContext run, EntityMigration<?, ?> entity) {
        if (entity.decidable().isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        with gone as (
                            select g.field, g.value, g.change from unnest(:fields, :values, :changes) as g (field, value, change)
                        ), used as (
                            select c.field, c.value, c.value_key, c.records - coalesce(g.change, 0) as records
                            from migration_value_count c
                            left join gone g on g.field = c.field and g.value = c.value
                            where c.organization_id = :organization and c.migration_id = :migration
                                and c.entity = :entity and c.records > coalesce(g.change, 0)
                        ), silent as (
                            update migration_value_decision d set records = 0
                            where d.organization_id = :organization and d.migration_id = :migration
                                and d.entity = :entity and not exists (
                                    select from used u where u.field = d.field and u.value_key = d.value_key
                                )
                        )
                        insert into migration_value_decision as d (organization_id, migration_id, entity, field, value,
                            label, offered, records)
                        select :organization, :migration, :entity, field, value,
                            case when length(value) <= 200 then value else left(value, 200) || '…' end,
                            false, records from used
                        on conflict (organization_id, migration_id, entity, field, value_key) do update
                        set records = excluded.records
                        """)
                .params(ValueDecisions.key(run, entity.type()))
                .params(columns(gone(run, entity)))
                .update();
    }

    private Map<Value, Long> gone(RunContext run, EntityMigration<?, ?> entity) {
        Map<Value, Long> gone = new TreeMap<>();
        List<String> fields = fields(entity);
        long after = Long.MIN_VALUE;
        while (true) {
            List<StagedRecord> page = staging.left(run, entity.type(), after, PAGE);
            count(
                    gone,
                    fields,
                    page.stream()
                            .filter(record -> !record.lost())
                            .map(StagedRecord::payload)
                            .toList(),
                    1);
            if (page.size() < PAGE) {
                return gone;
            }
            after = page.getLast().id().value();
        }
    }
}
