package app.ascent.migration.staging;

import app.ascent.migration.spi.Afterwards.Share;
import app.ascent.migration.spi.Beside;
import app.ascent.migration.spi.Comparison;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Remarks of a run about records; those of a record are replaced whenever that run processes it again. */
@Component
public class Findings {

    private static final int FAILURE = 0;
    private static final int SKIP = 1;
    private static final int WARNING = 2;

    private static final int AT_ONCE = 5_000;

    private record Row(SourceId id, int ordinal, int severity, Finding finding) {

        @Nullable
        Long parentId() {
            SourceRef parent = finding.parent();
            return parent == null ? null : parent.id().value();
        }
    }

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(RunContext run, EntityType type, List<Processed> batch) {
        jdbc.sql(
                        """
                        delete from migration_finding
                        where organization_id = :organization and migration_id = :migration and entity = :entity
                            and source_id = any(:ids) and run_id = :run
                        """)
                .params(StagedRecords.key(run, type))
                .param("ids", batch.stream().map(each -> each.id().value()).toArray(Long[]::new))
                .update();
        List<Row> rows = new ArrayList<>();
        for (Processed record : batch) {
            int severity = severity(record.state());
            for (int i = 0; i < record.findings().size(); i++) {
                // Only the first remark of a record that was not loaded is its reason; the list shows it once.
                rows.add(new Row(record.id(), i, severity, record.findings().get(i)));
            }
        }
        insert(run, type, "BATCH", rows);
    }

    private static int severity(RecordState state) {
        return switch (state) {
            case FAILED -> FAILURE;
            case SKIPPED -> SKIP;
            case LOADED, STAGED, LEFT_OUT -> WARNING;
        };
    }

    /** What a stored severity did to its record. */
    public static Reason.Level level(int severity) {
        return switch (severity) {
            case FAILURE -> Reason.Level.FAILURE;
            case SKIP -> Reason.Level.SKIP;
            default -> Reason.Level.WARNING;
        };
    }

    /**
     * Removes some of what the steps behind the last batch of this run had to say about records of this type before; answers
     * whether there may be more.
     */
    public boolean removeLate(RunContext run, EntityType type) {
        return jdbc.sql(
                                """
                                delete from migration_finding where ctid = any(array(
                                    select ctid from migration_finding
                                    where organization_id = :organization and migration_id = :migration
                                        and entity = :entity and run_id = :run and origin in ('LINK', 'COMPARISON')
                                    limit :some))
                                """)
                        .params(StagedRecords.key(run, type))
                        .param("some", AT_ONCE)
                        .update()
                == AT_ONCE;
    }

    /**
     * Adds remarks of a step after the last batch, one a record. What it had to say about records this run did not load belongs
     * to no report.
     *
     * @param ordinal of the step among those of the type
     */
    public void addLate(RunContext run, EntityType type, List<Map.Entry<SourceId, Finding>> late, int ordinal) {
        Set<Long> loaded = loaded(run, type, late);
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<SourceId, Finding> entry : late) {
            if (!loaded.contains(entry.getKey().value())) {
                continue;
            }
            rows.add(new Row(entry.getKey(), ordinal, WARNING, entry.getValue()));
        }
        insert(run, type, "LINK", rows);
    }

    private Set<Long> loaded(RunContext run, EntityType type, List<Map.Entry<SourceId, Finding>> late) {
        return late.isEmpty()
                ? Set.of()
                : jdbc.sql(
                                """
                                select source_id from migration_staged_record
                                where organization_id = :organization and migration_id = :migration and entity = :entity
                                    and source_id = any(:ids) and run_id = :run and state = 'LOADED'
                                """)
                        .params(StagedRecords.key(run, type))
                        .param(
                                "ids",
                                late.stream().map(each -> each.getKey().value()).toArray(Long[]::new))
                        .query(Long.class)
                        .set();
    }

    private void insert(RunContext run, EntityType type, String origin, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into migration_finding (organization_id, migration_id, entity, source_id, origin, ordinal,
                            run_id, severity, code, field, value, label, used_instead, detail, parent_entity, parent_id,
                            beside_kind, beside_id, beside_page)
                        select :organization, :migration, :entity, f.id, :origin, f.ordinal,
                            :run, f.severity, f.code, f.field, f.value, f.label, f.used_instead, f.detail,
                            f.parent_entity, f.parent_id, f.beside_kind, f.beside_id, f.beside_page
                        from unnest(:ids, :ordinals, :severities, :codes, :fields, :values, :labels, :instead, :details,
                                :parentEntities, :parentIds, :besideKinds, :besides, :pages)
                            as f (id, ordinal, severity, code, field, value, label, used_instead, detail,
                                parent_entity, parent_id, beside_kind, beside_id, beside_page)
                        """)
                .params(StagedRecords.key(run, type))
                .param("origin", origin)
                .param("ids", rows.stream().map(row -> row.id.value()).toArray(Long[]::new))
                .param("ordinals", rows.stream().map(Row::ordinal).toArray(Integer[]::new))
                .param("severities", rows.stream().map(Row::severity).toArray(Integer[]::new))
                .param("codes", texts(rows, finding -> finding.reason().code()))
                .param("fields", texts(rows, Finding::field))
                .param("values", texts(rows, Finding::value))
                .param("labels", texts(rows, Finding::label))
                .param("instead", texts(rows, Finding::usedInstead))
                .param("details", texts(rows, Finding::detail))
                .param("parentEntities", texts(rows, Findings::parentEntity))
                .param("parentIds", rows.stream().map(Row::parentId).toArray(Long[]::new))
                .param("besideKinds", texts(rows, Findings::besideKind))
                .param("besides", targets(rows, Beside::owner))
                .param("pages", targets(rows, Beside::page))
                .update();
    }

    private static @Nullable String parentEntity(Finding finding) {
        SourceRef parent = finding.parent();
        return parent == null ? null : parent.type().name();
    }

    private static @Nullable String besideKind(Finding finding) {
        Beside beside = finding.beside();
        return beside == null ? null : beside.kind();
    }

    private static SqlArrayValue targets(List<Row> rows, Function<Beside, TargetId> target) {
        return new SqlArrayValue(
                "uuid",
                rows.stream()
                        .map(row -> row.finding.beside())
                        .map(beside ->
                                beside == null ? null : target.apply(beside).value())
                        .toArray());
    }

    private static String[] texts(List<Row> rows, Function<Finding, @Nullable String> text) {
        return rows.stream()
                .map(row -> StorableText.of(text.apply(row.finding)))
                .toArray(String[]::new);
    }

    /** Remarks on all loaded records of this run that share a key, whatever batches they came in, of a share of all keys. */
    public void compare(RunContext run, EntityType type, Comparison comparison, int ordinal, Share share) {
        jdbc.sql(
                        """
                        insert into migration_finding (organization_id, migration_id, entity, source_id, origin, ordinal,
                            run_id, severity, code, field, detail)
                        select :organization, :migration, :entity, d.source_id, 'COMPARISON', :ordinal,
                            :run, 2, :code, :field,
                            case
                                when d.members = 2 then 'The other one has the ID '
                                else 'There are ' || (d.members - 1) || ' others, the first with the ID '
                            end || case when d.source_id = d.first then d.second else d.first end || '.'
                        from (
                            select source_id, count(*) over doubles as members, min(source_id) over doubles as first,
                                nth_value(source_id, 2) over (doubles order by source_id
                                    rows between unbounded preceding and unbounded following) as second
                            from migration_staged_record
                            where organization_id = :organization and migration_id = :migration and entity = :entity
                                and run_id = :run and state = 'LOADED' and keys ->> :code is not null
                                and (:parts = 1 or mod(abs(cast(hashtext(keys ->> :code) as bigint)), :parts) = :part)
                            window doubles as (partition by keys ->> :code)
                        ) d
                        where d.members > 1 and (d.source_id <> d.first or not :sparesFirst)
                        """)
                .params(StagedRecords.key(run, type))
                .param("ordinal", ordinal)
                .param("code", comparison.reason().code())
                .param("field", comparison.field())
                .param("sparesFirst", comparison.sparesFirst())
                .param("part", share.number())
                .param("parts", share.of())
                .update();
    }
}
