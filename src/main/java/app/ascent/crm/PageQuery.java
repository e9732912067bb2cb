package app.ascent.crm;

import app.ascent.crm.search.SearchTable;
import app.ascent.crm.search.SearchText;
import app.ascent.identity.OrganizationId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads a page of clients or contacts within a tenth of a second at a million records. Filters are answered from indexes
 * in the order of the list. A search first collects what fits through the trigram index; when that is more than
 * {@link #WIDE}, it walks down the list instead, where the next page is never far.
 */
final class PageQuery<V> {

    static final int WIDE = 10_000;

    private final JdbcClient jdbc;
    private final SearchTable table;
    private final String select;
    private final RowMapper<V> mapper;

    /** @param select the columns and joins, with the table as {@code c}; nothing in it drops or doubles a row */
    PageQuery(JdbcClient jdbc, SearchTable table, String select, RowMapper<V> mapper) {
        this.jdbc = jdbc;
        this.table = table;
        this.select = select;
        this.mapper = mapper;
    }

    /** What to look for in one organization. */
    static final class Criteria {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new LinkedHashMap<>();
        private final List<List<String>> patterns;

        Criteria(OrganizationId organization, @Nullable String search) {
            parameters.put("organization", organization.value());
            patterns = SearchText.patterns(search);
        }

        Criteria and(String condition) {
            conditions.add(condition);
            return this;
        }

        Criteria equal(String column, @Nullable Object value) {
            if (value != null) {
                parameters.put(column, value);
                and("c." + column + " = :" + column);
            }
            return this;
        }

        private String where() {
            return conditions.stream().map(condition -> " and " + condition).collect(Collectors.joining());
        }

        /** One condition a word, and adds what it names to the parameters. */
        private String fits() {
            StringBuilder fits = new StringBuilder();
            for (List<String> word : patterns) {
                List<String> alternatives = new ArrayList<>();
                for (String pattern : word) {
                    String name = "word" + parameters.size();
                    parameters.put(name, pattern);
                    alternatives.add("t.search_text like :" + name);
                }
                fits.append(" and (").append(String.join(" or ", alternatives)).append(")");
            }
            return fits.toString();
        }
    }

    /** With an exact total, however long counting takes. */
    PageImpl<V> all(Criteria criteria, Pageable pageable) {
        Found<V> found = page(criteria, pageable, false);
        return (PageImpl<V>) found.page();
    }

    /** For people: a search that fits more than {@link #WIDE} records is not counted to its end. */
    Found<V> some(Criteria criteria, Pageable pageable) {
        return page(criteria, pageable, true);
    }

    Optional<V> one(OrganizationId organization, UUID id) {
        return jdbc.sql(select + " where c.organization_id = :organization and c.id = :id")
                .param("organization", organization.value())
                .param("id", id)
                .query(mapper)
                .optional();
    }

    private Found<V> page(Criteria criteria, Pageable pageable, boolean hurried) {
        if (criteria.patterns.isEmpty()) {
            String from = " where c.organization_id = :organization" + criteria.where();
            return new Found<>(
                    new PageImpl<>(walk(criteria, from, pageable), pageable, count(criteria, "", from)), true);
        }
        String fits = criteria.fits();
        Hits hits = hits(criteria, fits);
        if (hits.all() <= WIDE) {
            return new Found<>(new PageImpl<>(fitting(criteria, fits, pageable), pageable, hits.wanted()), true);
        }
        String from = " where c.organization_id = :organization and exists (select from " + table.texts()
                + " t where t.organization_id = c.organization_id and t.id = c.id" + fits + ")" + criteria.where();
        List<V> items = walk(criteria, from, pageable);
        long total = hurried ? WIDE : count(criteria, "", from);
        return new Found<>(new PageImpl<>(items, pageable, total), !hurried);
    }

    private List<V> walk(Criteria criteria, String from, Pageable pageable) {
        return paged(select + from + orderBy(pageable.getSort()), criteria, pageable);
    }

    private long count(Criteria criteria, String with, String from) {
        return jdbc.sql(with + "select count(*) from " + table.records() + " c" + from)
                .params(criteria.parameters)
                .query(Long.class)
                .single();
    }

    private record Hits(long all, long wanted) {}

    /** @param fits what the texts must look like */
    private Hits hits(Criteria criteria, String fits) {
        return jdbc.sql(hit(fits)
                        + """
                        select (select count(*) from hit) as all_hits, (
                            select count(*) from hit
                            join %s c on c.organization_id = :organization and c.id = hit.id%s) as wanted
                        """
                                .formatted(table.records(), criteria.where()))
                .params(criteria.parameters)
                .query((row, number) -> new Hits(row.getLong("all_hits"), row.getLong("wanted")))
                .single();
    }

    private List<V> fitting(Criteria criteria, String fits, Pageable pageable) {
        return paged(
                hit(fits) + select + " join hit on hit.id = c.id where c.organization_id = :organization"
                        + criteria.where() + orderBy(pageable.getSort()),
                criteria,
                pageable);
    }

    private List<V> paged(String sql, Criteria criteria, Pageable pageable) {
        return jdbc.sql(sql + " limit :limit offset :offset")
                .params(criteria.parameters)
                .param("limit", pageable.getPageSize())
                .param("offset", pageable.getOffset())
                .query(mapper)
                .list();
    }

    /** Two halves, because the index holds the settled texts alone. */
    private String hit(String fits) {
        String half = "select t.id from " + table.texts() + " t where t.organization_id = :organization and ";
        return "with hit as materialized (" + half + "t.settled" + fits + " union all " + half + "not t.settled" + fits
                + " limit " + (WIDE + 1) + ")\n";
    }

    private static String orderBy(Sort sort) {
        Sort.Order order = sort.stream().findFirst().orElse(Sort.Order.asc("name"));
        String direction = order.isAscending() ? " asc" : " desc";
        String column =
                switch (order.getProperty()) {
                    case "name" -> "c.sort_key";
                    case "updated" -> "c.updated_at";
                    default -> throw new IllegalArgumentException("No order by " + order.getProperty());
                };
        return " order by " + column + direction + ", c.id" + direction;
    }
}
