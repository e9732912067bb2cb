package app.ascent.migration;

import app.ascent.migration.Reports.Counts;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.Source;
import app.ascent.migration.spi.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads records and remarks of one run. Lists of remarks start from the findings, which have indexes for them. */
@Component
class RecordRows {

    static final String COLUMNS =
            """
            select r.entity, r.source_id, r.severity, r.code, r.field, r.value, r.label, r.used_instead, r.detail,
                s.name, s.outcome, p.payload, s.pulled_at, m.target_id, m.written
            """;

    static final String JOINS =
            """
            cross join lateral (
                select t.name, t.outcome, t.pulled_at from migration_staged_record t
                where t.organization_id = :organization and t.migration_id = :migration
                    and t.entity = r.entity and t.source_id = r.source_id
                limit 1
            ) s
            cross join lateral (
                select c.payload from migration_payload c
                where c.organization_id = :organization and c.migration_id = :migration
                    and c.entity = r.entity and c.source_id = r.source_id
                limit 1
            ) p
            left join lateral (
                select i.target_id, i.written from migration_id_map i
                where i.organization_id = :organization and i.source_system = :system
                    and i.source_database = :database and i.entity = r.entity and i.source_id = r.source_id
                limit 1
            ) m on true
            """;

    private static final String REMARKS =
            """
            from migration_finding f
            where f.run_id = :run and (f.severity = 2 or f.ordinal = 0)
            """;

    static final String REMARK_ORDER =
            " order by %1$s.severity, %1$s.entity, %1$s.source_id, %1$s.origin, %1$s.ordinal ";

    private static final String LOADED =
            """
            from migration_staged_record f
            where f.organization_id = :organization and f.migration_id = :migration and f.run_id = :run
                and f.state = 'LOADED'
            """;

    private static final String PLAIN =
            """
            select f.entity, f.source_id, cast(null as smallint) as severity, cast(null as text) as code,
                cast(null as text) as field, cast(null as text) as value, cast(null as text) as label,
                cast(null as text) as used_instead, cast(null as text) as detail
            """;

    /** Counting millions of records for a page of 25 would take longer than reading the page. */
    private static final String COUNTED_LOADED =
            """
            select cast(coalesce(sum(f.created + f.updated + f.unchanged + f.linked), 0) as bigint)
            from migration_load_checkpoint f where f.run_id = :run
            """;

    private final JdbcClient jdbc;

    RecordRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<RecordView> page(Run run, Source source, RecordFilter filter, Pageable page) {
        Map<String, Object> parameters = parameters(run, source, filter);
        parameters.put("limit", page.getPageSize());
        parameters.put("offset", page.getOffset());
        boolean loaded = filter.outcome() == Outcome.LOADED;
        String which = loaded ? LOADED + where(filter) : REMARKS + where(filter);
        String list = loaded
                ? PLAIN + which + " order by f.entity, f.source_id limit :limit offset :offset"
                : "select f.* " + which + REMARK_ORDER.formatted("f") + "limit :limit offset :offset";
        List<RecordView> rows = jdbc.sql(COLUMNS + " from (" + list + ") r " + JOINS + order(loaded))
                .params(parameters)
                .query(RecordRows::view)
                .list();
        boolean counted = loaded && filter.code() == null && filter.sourceId() == null;
        long total = jdbc.sql(counted ? COUNTED_LOADED + where(filter) : "select count(*) " + which)
                .params(parameters)
                .query(Long.class)
                .single();
        return new PageImpl<>(rows, page, total);
    }

    Counts counts(Run run, RecordFilter filter) {
        RecordFilter any = new RecordFilter(filter.entity(), null, filter.code(), filter.sourceId());
        return jdbc.sql(
                        """
                        select count(*) filter (where f.severity = 0) as failed,
                            count(*) filter (where f.severity = 1) as skipped,
                            count(*) filter (where f.severity = 2) as warnings
                        """
                                + REMARKS + where(any))
                .param("run", run.id().value())
                .params(filters(any))
                .query((row, number) ->
                        new Counts(row.getLong("failed"), row.getLong("skipped"), row.getLong("warnings")))
                .single();
    }

    Stream<RecordView> stream(Run run, Source source, RecordFilter filter) {
        boolean loaded = filter.outcome() == Outcome.LOADED;
        String which = (loaded ? PLAIN + LOADED : "select f.* " + REMARKS) + where(filter);
        return jdbc
                .sql(COLUMNS + " from (" + which + ") r " + JOINS + order(loaded))
                .withFetchSize(500)
                .params(parameters(run, source, filter))
                .query(RecordRows::view)
                .stream();
    }

    private static String order(boolean loaded) {
        return loaded ? " order by r.entity, r.source_id" : REMARK_ORDER.formatted("r");
    }

    private static String where(RecordFilter filter) {
        StringBuilder where = new StringBuilder();
        if (filter.entity() != null) {
            where.append(" and f.entity = :entity");
        }
        if (filter.sourceId() != null) {
            where.append(" and f.source_id = :sourceId");
        }
        if (filter.outcome() == Outcome.LOADED) {
            return where.append(filter.code() == null ? "" : " and false").toString();
        }
        if (filter.code() != null) {
            where.append(" and f.code = :code");
        }
        if (filter.outcome() != null) {
            where.append(" and f.severity = :severity");
        }
        return where.toString();
    }

    private static Map<String, Object> filters(RecordFilter filter) {
        Map<String, Object> filters = new HashMap<>();
        if (filter.entity() != null) {
            filters.put("entity", filter.entity());
        }
        if (filter.sourceId() != null) {
            filters.put("sourceId", filter.sourceId().value());
        }
        if (filter.code() != null) {
            filters.put("code", filter.code());
        }
        for (Severity severity : Severity.values()) {
            if (severity.outcome() == filter.outcome()) {
                filters.put("severity", severity.rank());
            }
        }
        return filters;
    }

    private static Map<String, Object> parameters(Run run, Source source, RecordFilter filter) {
        Map<String, Object> parameters = filters(filter);
        parameters.put("organization", run.organization().value());
        parameters.put("migration", run.migration().value());
        parameters.put("run", run.id().value());
        parameters.put("system", source.system());
        parameters.put("database", source.database());
        return parameters;
    }

    static RecordView view(ResultSet row, int number) throws SQLException {
        Severity severity = row.getObject("severity") == null ? null : Severity.ofRank(row.getInt("severity"));
        Outcome outcome = severity == null ? Outcome.LOADED : severity.outcome();
        boolean loaded = outcome == Outcome.LOADED || outcome == Outcome.WARNED;
        return new RecordView(
                row.getString("entity"),
                new SourceId(row.getLong("source_id")),
                row.getString("name"),
                outcome,
                row.getString("outcome"),
                row.getString("code"),
                row.getString("detail"),
                row.getString("field"),
                row.getString("value"),
                row.getString("label"),
                row.getString("used_instead"),
                row.getString("payload"),
                loaded ? row.getObject("target_id", UUID.class) : null,
                loaded ? row.getString("written") : null,
                pulledAt(row));
    }

    private static Instant pulledAt(ResultSet row) throws SQLException {
        Instant at = RunUsage.instant(row, "pulled_at");
        if (at == null) {
            throw new IllegalStateException("A staged record has no time");
        }
        return at;
    }
}
