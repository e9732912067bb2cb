package app.ascent.record.table;

import app.ascent.identity.OrganizationId;
import app.ascent.record.Provenance;
import app.ascent.record.SourceTrace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads a page of records of one kind within a tenth of a second at a million records. Filters are answered from indexes
 * in the order of the list. A search collects what fits through the trigram index, then orders that; people get
 * {@link #WIDE} of the records that fit, since whoever finds so many types another letter.
 */
public final class PageQuery<F extends Record, V> {

    public static final int WIDE = 10_000;

    /** Makes what is shown of a record, with what lies beside it in the row. */
    public interface View<F extends Record, V> {
        V of(RecordRow<F> record, ResultSet row) throws SQLException;
    }

    private final JdbcClient jdbc;
    private final RecordTable<F> table;
    private final String columns;
    private final String beside;
    private final RowMapper<V> mapper;

    /** A record that is all in its row. */
    public PageQuery(JdbcClient jdbc, RecordTable<F> table, View<F, V> view) {
        this(jdbc, table, "c.version", "", view);
    }

    /**
     * @param more columns of the record, which is {@code c}, beside those that every record and its fields have
     * @param beside what else they are taken from, looked up for each record; it neither drops nor doubles one
     */
    public PageQuery(JdbcClient jdbc, RecordTable<F> table, String more, String beside, View<F, V> view) {
        this.jdbc = jdbc;
        this.table = table;
        this.columns = RecordRow.COLUMNS + ", " + table.columns().selected() + ", " + more;
        this.beside = beside;
        this.mapper = (row, _) -> view.of(RecordRow.of(row, table.fields()), row);
    }

    /**
     * A record looked up by its whole key, for each row of something else. While an import fills the tables there are no
     * statistics, and the planner takes an organization for a few rows: it would go through all of its records, and look
     * for each among the hits. The limit keeps it from turning the join round, the range from an index that is not meant.
     */
    public static String lookup(String table, String organization, String id) {
        return "lateral (select r.* from %1$s r where r.organization_id = %2$s and r.id between %3$s and %3$s order by r.id limit 1)"
                .formatted(table, organization, id);
    }

    /** What to look for in one organization. */
    public static final class Criteria {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new LinkedHashMap<>();
        private final List<List<String>> patterns;
        private final OptionalLong sourceId;

        public Criteria(OrganizationId organization, @Nullable String search) {
            parameters.put("organization", organization.value());
            patterns = SearchText.patterns(search);
            sourceId = SearchText.sourceId(search);
            sourceId.ifPresent(id -> parameters.put("sourceId", id));
        }

        public Criteria and(String condition) {
            conditions.add(condition);
            return this;
        }

        public Criteria equal(String column, @Nullable Object value) {
            if (value != null) {
                parameters.put(column, value);
                and("c." + column + " = :" + column);
            }
            return this;
        }

        public Criteria equal(String column, @Nullable Enum<?> constant) {
            return equal(column, constant == null ? null : constant.name());
        }

        public Criteria origin(@Nullable Origin origin) {
            return origin == null ? this : and("c." + origin.condition());
        }

        boolean searches() {
            return !patterns.isEmpty();
        }

        boolean numbered() {
            return sourceId.isPresent();
        }

        boolean filters() {
            return !conditions.isEmpty();
        }

        Map<String, Object> parameters() {
            return parameters;
        }

        /** The value of something that a condition names. */
        public Criteria parameter(String name, Object value) {
            parameters.put(name, value);
            return this;
        }

        public Criteria from(Provenance source) {
            return equal("source_system", source.system())
                    .equal("source_database", source.database())
                    .equal("source_id", source.sourceId());
        }

        String where() {
            return conditions.stream().map(condition -> " and " + condition).collect(Collectors.joining());
        }

        /** One condition a word, and adds what it names to the parameters. */
        String fits() {
            return SearchText.fits(patterns, parameters);
        }
    }

    /** All that fits, and how much that is, however long it takes. */
    public Page<V> all(Criteria criteria, Pageable pageable) {
        return criteria.patterns.isEmpty()
                ? listed(criteria, pageable)
                : found(criteria, pageable, "").page();
    }

    /** For people: of a search that fits more than {@link #WIDE} records, only so many are looked at. */
    public Found<V> some(Criteria criteria, Pageable pageable) {
        return criteria.patterns.isEmpty()
                ? new Found<>(listed(criteria, pageable), true)
                : found(criteria, pageable, " limit " + (WIDE + 1));
    }

    public Optional<V> one(OrganizationId organization, UUID id) {
        return jdbc.sql("select %s from %s c%s where c.organization_id = :organization and c.id = :id"
                        .formatted(columns, table.records(), beside))
                .param("organization", organization.value())
                .param("id", id)
                .query(mapper)
                .optional();
    }

    /** The only one that a condition on {@code c} fits, if there is one. */
    public Optional<V> only(Criteria criteria) {
        return jdbc.sql("select %s from %s c%s where c.organization_id = :organization%s"
                        .formatted(columns, table.records(), beside, criteria.where()))
                .params(criteria.parameters)
                .query(mapper)
                .optional();
    }

    public Optional<SourceTrace> trace(OrganizationId organization, UUID id) {
        return jdbc.sql(
                        """
                        select source_details::text as details, first_imported_at as first_import from %s
                        where organization_id = :organization and id = :id and source_details is not null
                        """
                                .formatted(table.records()))
                .param("organization", organization.value())
                .param("id", id)
                .query((row, _) -> {
                    Timestamp first = row.getTimestamp("first_import");
                    return new SourceTrace(row.getString("details"), first == null ? null : first.toInstant());
                })
                .optional();
    }

    /**
     * Ids alone are put in order: indexes have them, whereas the planner, who takes an organization for few rows, would rather sort
     * all of them whole for a page far behind.
     */
    private Page<V> listed(Criteria criteria, Pageable pageable) {
        String where = " where c.organization_id = :organization" + criteria.where();
        TableOrder order = TableOrder.of(pageable, table);
        String sql =
                """
                select %1$s from (
                    select c.id from %2$s c%3$s order by %4$s limit :limit offset :offset
                ) chosen cross join %5$s c%6$s order by %4$s
                """
                        .formatted(
                                columns,
                                table.records(),
                                where,
                                order.by("c"),
                                lookup(table.records(), ":organization", "chosen.id"),
                                beside);
        List<V> items = paged(sql, criteria, pageable, mapper);
        return PageableExecutionUtils.getPage(
                items, pageable, () -> jdbc.sql("select count(*) from " + table.records() + " c" + where)
                        .params(criteria.parameters)
                        .query(Long.class)
                        .single());
    }

    /** A record of the page with the totals, which every row repeats. */
    private record Hit<V>(@Nullable V record, boolean counted, long wanted) {}

    private Found<V> found(Criteria criteria, Pageable pageable, String bound) {
        String sql = new FoundSql(table, criteria, TableOrder.of(pageable, table)).page(columns, beside, bound);
        List<Hit<V>> hits = paged(sql, criteria, pageable, (row, number) -> {
            boolean empty = row.getObject("chosen_id") == null;
            return new Hit<>(
                    empty ? null : mapper.mapRow(row, number), row.getBoolean("counted"), row.getLong("wanted"));
        });
        Hit<V> first = hits.getFirst();
        List<V> items = hits.stream()
                .<V>mapMulti((hit, page) -> {
                    if (hit.record() != null) {
                        page.accept(hit.record());
                    }
                })
                .toList();
        return new Found<>(new PageImpl<>(items, pageable, first.wanted()), bound.isEmpty() || first.counted());
    }

    private <T> List<T> paged(String sql, Criteria criteria, Pageable pageable, RowMapper<T> rows) {
        return jdbc.sql(sql)
                .params(criteria.parameters)
                .param("limit", pageable.getPageSize())
                .param("offset", pageable.getOffset())
                .query(rows)
                .list();
    }
}
