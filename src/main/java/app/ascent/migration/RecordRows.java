package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.Reports.Counts;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordPage;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.Reports.RemarkedValue;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Source;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.staging.Payloads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads records and remarks of one run. */
@Component
class RecordRows {

    static final String COLUMNS =
            """
            select r.entity, r.source_id, r.severity, r.code, r.field, r.value, r.label, r.used_instead, r.detail,
                r.parent_entity, r.parent_id,
                s.name, s.outcome, s.pulled_at, m.target_id, m.written
            """;

    private static final String KEY = ", r.origin, r.ordinal";

    /** In the place of a payload that was not asked for. */
    private static final String NONE = "";

    static final String JOINS =
            """
            cross join lateral (
                select t.name, case when t.run_id = :run then t.outcome end as outcome, t.pulled_at from migration_staged_record t
                where t.organization_id = :organization and t.migration_id = :migration
                    and t.entity = r.entity and t.source_id = r.source_id
                limit 1
            ) s
            left join lateral (
                select i.target_id, i.written from migration_id_map i
                where i.organization_id = :organization and i.source_system = :system
                    and i.source_database = :database and i.entity = r.entity and i.source_id = r.source_id
                limit 1
            ) m on true
            """;

    /** Counting millions of records for a page of 25 would take longer than reading the page. */
    private static final String COUNTED_LOADED =
            """
            select cast(coalesce(sum(%s), 0) as bigint)
            from migration_load_checkpoint f where f.run_id = :run
            """;

    /** Records without remarks once, the others as often as they have some. */
    private static final String COUNTED_RECORDS =
            """
            select cast(coalesce(sum(f.created + f.updated + f.unchanged + f.linked - f.warnings + f.skipped
                + f.failed), 0) as bigint) + (
                    select count(*) from migration_finding r where r.run_id = :run and r.severity = 2%s
                )
            from migration_load_checkpoint f where f.run_id = :run
            """;

    private record Keyed(RecordKey key, RecordView record) {}

    /**
     * What a list is narrowed to, as the engine has it.
     *
     * @param types null for all
     */
    record Narrowed(RecordFilter records, @Nullable List<String> types) {

        /** The one type, which is no part of the order then; else null. */
        @Nullable
        String type() {
            return types != null && types.size() == 1 ? types.getFirst() : null;
        }

        Narrowed toAnyOutcome() {
            return new Narrowed(
                    new RecordFilter(
                            records.kind(),
                            records.entity(),
                            null,
                            records.code(),
                            records.sourceId(),
                            null,
                            records.value(),
                            records.run()),
                    types);
        }
    }

    private final JdbcClient jdbc;
    private final ListedTypes listedTypes;
    private final Payloads payloads;

    RecordRows(JdbcClient jdbc, ListedTypes listedTypes, Payloads payloads) {
        this.jdbc = jdbc;
        this.listedTypes = listedTypes;
        this.payloads = payloads;
    }

    private Narrowed narrowed(RecordFilter filter) {
        return new Narrowed(filter, listedTypes.of(filter.kind(), filter.entity(), filter.sourceId()));
    }

    /** @param after the row that the page begins behind */
    RecordPage page(
            ListedRun listed, Source source, RecordList list, RecordFilter wanted, RecordKey after, Pageable page) {
        Narrowed filter = narrowed(wanted);
        Map<String, Object> parameters = parameters(listed.run(), source, filter);
        parameters.put("limit", page.getPageSize());
        parameters.put("offset", page.getOffset());
        parameters.put("afterSeverity", after.severity());
        parameters.put("afterEntity", after.entity());
        parameters.put("afterId", after.sourceId());
        parameters.put("afterOrigin", after.origin());
        parameters.put("afterOrdinal", after.ordinal());
        List<Keyed> rows = jdbc.sql(COLUMNS + KEY + " from (" + list.page(filter, listed.superseded()) + ") r " + JOINS
                        + list.order())
                .params(parameters)
                .query((row, number) -> new Keyed(key(row), view(row, number)))
                .list();
        long total = jdbc.sql(count(list, filter, listed.superseded()))
                .params(parameters)
                .query(Long.class)
                .single();
        return new RecordPage(
                new PageImpl<>(
                        withPayloads(
                                listed.run().organization(),
                                listed.run().migration(),
                                rows.stream().map(Keyed::record).toList()),
                        page,
                        total),
                rows.size() < page.getPageSize() ? null : rows.getLast().key());
    }

    /** They are read type by type, since most lists are of one. */
    List<RecordView> withPayloads(OrganizationId organization, MigrationId migration, List<RecordView> records) {
        Map<EntityType, Map<SourceId, String>> byType = new HashMap<>();
        records.stream()
                .map(RecordView::inside)
                .collect(Collectors.groupingBy(SourceRef::type, Collectors.mapping(SourceRef::id, Collectors.toSet())))
                .forEach((type, ids) -> byType.put(type, payloads.of(organization, migration, type, ids)));
        return records.stream()
                .map(record -> record.with(byType.getOrDefault(record.inside().type(), Map.of())
                        .getOrDefault(record.inside().id(), NONE)))
                .toList();
    }

    private static String count(RecordList list, Narrowed narrowed, boolean superseded) {
        RecordFilter filter = narrowed.records();
        if (filter.code() != null || filter.sourceId() != null || filter.value() != null) {
            return list.count(narrowed, superseded);
        }
        String only = narrowed.types() == null ? "" : " and f.entity = any(:types)";
        return switch (list) {
            case LOADED -> COUNTED_LOADED.formatted(counter(filter.result())) + only;
            case PULLED ->
                COUNTED_LOADED.formatted("f.created + f.updated + f.unchanged + f.linked + f.skipped + f.failed")
                        + only;
            case RECORDS ->
                COUNTED_RECORDS.formatted(narrowed.types() == null ? "" : " and r.entity = any(:types)") + only;
            case ISSUES -> list.count(narrowed, superseded);
        };
    }

    private static String counter(@Nullable String result) {
        return switch (result) {
            case "CREATED" -> "f.created";
            case "UPDATED" -> "f.updated";
            case "UNCHANGED" -> "f.unchanged";
            case "LINKED" -> "f.linked";
            case null, default -> "f.created + f.updated + f.unchanged + f.linked";
        };
    }

    Counts counts(ListedRun listed, RecordFilter filter) {
        Narrowed any = narrowed(filter).toAnyOutcome();
        return jdbc.sql(
                        """
                        select count(*) filter (where c.severity = 0) as failed,
                            count(*) filter (where c.severity = 1) as skipped,
                            count(*) filter (where c.severity = 2) as warnings
                        from (%s) c
                        """
                                .formatted(RecordList.ISSUES.rows(any, listed.superseded())))
                .param("run", listed.run().id().value())
                .params(filters(any))
                .query((row, number) ->
                        new Counts(row.getLong("failed"), row.getLong("skipped"), row.getLong("warnings")))
                .single();
    }

    /** Without payloads, for which a download has no room. */
    Stream<RecordView> stream(ListedRun listed, Source source, RecordList list, RecordFilter wanted) {
        Narrowed filter = narrowed(wanted);
        return jdbc
                .sql(COLUMNS + " from (" + list.rows(filter, listed.superseded()) + ") r " + JOINS + list.order())
                .withFetchSize(500)
                .params(parameters(listed.run(), source, filter))
                .query(RecordRows::view)
                .stream();
    }

    private static Map<String, Object> filters(Narrowed narrowed) {
        RecordFilter filter = narrowed.records();
        Map<String, Object> filters = new HashMap<>();
        if (narrowed.types() != null) {
            filters.put("types", narrowed.types().toArray(String[]::new));
        }
        if (narrowed.type() != null) {
            filters.put("type", narrowed.type());
        }
        if (filter.sourceId() != null) {
            filters.put("sourceId", filter.sourceId().value());
        }
        if (filter.code() != null) {
            filters.put("code", filter.code());
        }
        if (filter.result() != null) {
            filters.put("result", filter.result());
        }
        RemarkedValue value = filter.value();
        if (value != null) {
            filters.put("field", value.field());
            if (value.value() != null) {
                filters.put("value", value.value());
            }
        }
        for (Severity severity : Severity.values()) {
            if (severity.outcome() == filter.outcome()) {
                filters.put("severity", severity.rank());
            }
        }
        return filters;
    }

    private static Map<String, Object> parameters(Run run, Source source, Narrowed filter) {
        Map<String, Object> parameters = filters(filter);
        parameters.put("organization", run.organization().value());
        parameters.put("migration", run.migration().value());
        parameters.put("run", run.id().value());
        parameters.put("number", run.number());
        parameters.put("ended", ended(run));
        parameters.put("system", source.system());
        parameters.put("database", source.database());
        return parameters;
    }

    private static @Nullable Timestamp ended(Run run) {
        Instant ended = run.finishedAt();
        return ended == null ? null : Timestamp.from(ended);
    }

    private static RecordKey key(ResultSet row) throws SQLException {
        return new RecordKey(
                row.getInt("severity"),
                row.getString("entity"),
                row.getLong("source_id"),
                row.getString("origin"),
                row.getInt("ordinal"));
    }

    static RecordView view(ResultSet row, int number) throws SQLException {
        Severity severity = row.getObject("severity") == null ? null : Severity.ofRank(row.getInt("severity"));
        Outcome outcome = severity == null ? Outcome.LOADED : severity.outcome();
        boolean loaded = outcome == Outcome.LOADED || outcome == Outcome.WARNED;
        SourceRef record = listed(row, "entity", "source_id");
        return new RecordView(
                record.type().name(),
                record.id(),
                row.getString("name"),
                outcome,
                row.getString("outcome"),
                row.getString("code"),
                row.getString("detail"),
                row.getString("field"),
                row.getString("value"),
                row.getString("label"),
                row.getString("used_instead"),
                parent(row),
                NONE,
                loaded ? row.getObject("target_id", UUID.class) : null,
                loaded ? row.getString("written") : null,
                pulledAt(row));
    }

    private static @Nullable SourceRef parent(ResultSet row) throws SQLException {
        return row.getString("parent_entity") == null ? null : listed(row, "parent_entity", "parent_id");
    }

    private static SourceRef listed(ResultSet row, String type, String id) throws SQLException {
        return new SourceRef(new EntityType(row.getString(type)), new SourceId(row.getLong(id))).listed();
    }

    private static Instant pulledAt(ResultSet row) throws SQLException {
        Instant at = RunUsage.instant(row, "pulled_at");
        if (at == null) {
            throw new IllegalStateException("A staged record has no time");
        }
        return at;
    }
}
