package app.ascent.migration;

import app.ascent.migration.RecordRows.Narrowed;
import app.ascent.migration.Reports.RecordFilter;
import java.util.ArrayList;
import java.util.List;

/**
 * The lists of a run's records. Each is in the order of an index, and a page begins behind a key, which is the first of all
 * when nobody names one: counting rows off takes the longer the further one goes.
 */
enum RecordList {

    /** Each record that was processed, and not left out by the scope; a loaded one as often as it has remarks. */
    RECORDS(
            """
            select s.entity, s.source_id,
                coalesce(f.severity, case s.state when 'FAILED' then 0 when 'SKIPPED' then 1 end) as severity,
                f.code, f.field, f.value, f.label, f.used_instead, f.detail, f.parent_entity, f.parent_id,
                coalesce(f.origin, '') as origin, coalesce(f.ordinal, 0) as ordinal
            """,
            """
            from migration_staged_record s
            left join migration_finding f on f.organization_id = s.organization_id
                and f.migration_id = s.migration_id and f.entity = s.entity and f.source_id = s.source_id
                and f.run_id = :run and (f.severity = 2 or f.ordinal = 0) %s
            where s.organization_id = :organization and s.migration_id = :migration and ({mine} and s.state not in ('STAGED', 'LEFT_OUT'){came again})
            """,
            "s",
            List.of(Part.ENTITY, Part.ID, Part.ORIGIN_IF_ANY, Part.ORDINAL_IF_ANY)),

    /** Skips, failures and remarks: what is not in Ascent comes first. */
    ISSUES(
            "select f.* ",
            """
            from migration_finding f
            where f.run_id = :run and (f.severity = 2 or f.ordinal = 0)
            """,
            "f",
            List.of(Part.SEVERITY, Part.ENTITY, Part.ID, Part.ORIGIN, Part.ORDINAL)),

    /** Each loaded record once, with or without remarks. */
    LOADED(
            """
            select s.entity, s.source_id, cast(null as smallint) as severity, cast(null as text) as code,
                cast(null as text) as field, cast(null as text) as value, cast(null as text) as label,
                cast(null as text) as used_instead, cast(null as text) as detail, cast(null as text) as parent_entity,
                cast(null as bigint) as parent_id, '' as origin, 0 as ordinal
            """,
            """
            from migration_staged_record s
            where s.organization_id = :organization and s.migration_id = :migration and ({mine} and s.state = 'LOADED'{loaded})
            """,
            "s",
            List.of(Part.ENTITY, Part.ID)),

    /** Each record that has come to its end once, as the counter of pulled ones counts it. */
    PULLED(
            """
            select s.entity, s.source_id,
                coalesce(f.severity, case s.state when 'FAILED' then 0 when 'SKIPPED' then 1 end) as severity,
                f.code, f.field, f.value, f.label, f.used_instead, f.detail, f.parent_entity, f.parent_id,
                coalesce(f.origin, '') as origin, coalesce(f.ordinal, 0) as ordinal
            """,
            """
            from migration_staged_record s
            left join lateral (
                select n.* from migration_finding n
                where n.organization_id = :organization and n.migration_id = :migration and n.entity = s.entity
                    and n.source_id = s.source_id and n.run_id = :run and (n.severity = 2 or n.ordinal = 0)
                order by n.origin, n.ordinal
                limit 1
            ) f on true
            where s.organization_id = :organization and s.migration_id = :migration and ({mine} and s.state not in ('STAGED', 'LEFT_OUT'){came again})
            """,
            "s",
            List.of(Part.ENTITY, Part.ID));

    /**
     * Of a run that another one followed: what was there when it ended. A staged record that has come again since belongs to
     * a newer run, and its outcome is gone; that it was loaded then shows in the id map.
     */
    private static final String LOADED_THEN =
            """
             or s.run_id in (select id from migration_run where migration_id = :migration and number > :number)
                and exists (
                    select from migration_id_map i
                    where i.organization_id = s.organization_id and i.source_system = :system
                        and i.source_database = :database and i.entity = s.entity and i.source_id = s.source_id
                        and i.first_import <= :ended
                )
                and not exists (
                    select from migration_finding n
                    where n.organization_id = s.organization_id and n.migration_id = s.migration_id
                        and n.entity = s.entity and n.source_id = s.source_id and n.run_id = :run and n.severity < 2
                )
            """;

    /** A part of the key that rows are in the order of. */
    private enum Part {
        SEVERITY("f.severity", ":afterSeverity", "r.severity"),
        ENTITY("%s.entity", ":afterEntity", "r.entity"),
        ID("%s.source_id", ":afterId", "r.source_id"),
        ORIGIN("f.origin", ":afterOrigin", "r.origin"),
        ORDINAL("f.ordinal", ":afterOrdinal", "r.ordinal"),
        ORIGIN_IF_ANY("coalesce(f.origin, '')", ":afterOrigin", "r.origin"),
        ORDINAL_IF_ANY("coalesce(f.ordinal, 0)", ":afterOrdinal", "r.ordinal");

        private final String column;
        private final String after;
        private final String ofPage;

        Part(String column, String after, String ofPage) {
            this.column = column;
            this.after = after;
            this.ofPage = ofPage;
        }
    }

    private final String columns;
    private final String from;
    private final String record;
    private final List<Part> key;

    RecordList(String columns, String from, String record, List<Part> key) {
        this.columns = columns;
        this.from = from;
        this.record = record;
        this.key = key;
    }

    private String from(boolean superseded, String bound) {
        return from.formatted(bound)
                .replace("{mine}", "s.run_id = :run")
                .replace("{came again}", superseded ? " or f.run_id is not null" + LOADED_THEN : "")
                .replace("{loaded}", superseded ? LOADED_THEN : "");
    }

    /** All rows that fit, in no order. */
    String rows(Narrowed filter, boolean superseded) {
        return columns + from(superseded, "") + where(filter);
    }

    String count(Narrowed filter, boolean superseded) {
        return "select count(*) " + from(superseded, "") + where(filter);
    }

    /** One page of them. The bound is said of both tables, for what follows from a join's condition is not looked for. */
    String page(Narrowed filter, boolean superseded) {
        List<Part> open = open(filter);
        List<Part> ofRecord = open.stream()
                .filter(part -> part == Part.ENTITY || part == Part.ID)
                .toList();
        String bound = this == RECORDS ? behind(ofRecord, ">=", record) : "";
        return columns
                + from(superseded, this == RECORDS ? behind(ofRecord, ">=", "f") : "")
                + where(filter)
                + bound
                + behind(open, ">", record)
                + " order by "
                + columns(key, record)
                + " limit :limit offset :offset";
    }

    /** The order of rows that {@code r} names. */
    String order() {
        return " order by "
                + String.join(", ", key.stream().map(part -> part.ofPage).toList());
    }

    /** What a filter holds fast is no part of the key any more, or the index would be read from its beginning. */
    private List<Part> open(Narrowed filter) {
        List<Part> open = new ArrayList<>(key);
        if (filter.records().outcome() != null) {
            open.remove(Part.SEVERITY);
        }
        if (filter.type() != null && open.getFirst() == Part.ENTITY) {
            open.removeFirst();
        }
        return open;
    }

    private static String behind(List<Part> key, String comparison, String table) {
        return " and (%s) %s (%s)"
                .formatted(
                        columns(key, table),
                        comparison,
                        String.join(", ", key.stream().map(part -> part.after).toList()));
    }

    private static String columns(List<Part> key, String table) {
        return String.join(
                ", ", key.stream().map(part -> part.column.formatted(table)).toList());
    }

    private String where(Narrowed narrowed) {
        RecordFilter filter = narrowed.records();
        StringBuilder where = new StringBuilder();
        if (narrowed.types() != null) {
            where.append(" and ")
                    .append(record)
                    .append(narrowed.type() == null ? ".entity = any(:types)" : ".entity = :type");
        }
        if (filter.sourceId() != null) {
            where.append(" and ").append(record).append(".source_id = :sourceId");
        }
        if (this == LOADED) {
            where.append(filter.result() == null ? "" : " and s.outcome = :result");
            return where.append(filter.code() == null ? "" : " and false").toString();
        }
        if (filter.code() != null) {
            where.append(" and f.code = :code");
        }
        if (filter.outcome() != null) {
            where.append(" and f.severity = :severity");
        }
        if (filter.value() != null) {
            where.append(" and f.field = :field and f.value ")
                    .append(filter.value().value() == null ? "is null" : "= :value");
        }
        return where.toString();
    }
}
