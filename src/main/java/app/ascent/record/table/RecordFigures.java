package app.ascent.record.table;

import app.ascent.record.table.PageQuery.Criteria;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the records of a list come to, all of them and not those of a page alone: whatever a {@link PageQuery} would find. */
public record RecordFigures(JdbcClient jdbc, RecordTable<?> table) {

    /**
     * @param select what is told of a group, in terms of the columns of {@code c}
     * @param groups what the records of a group have in common
     */
    public void of(Criteria criteria, String select, String groups, RowCallbackHandler group) {
        String sql = "select %s from %s c%s group by %s".formatted(select, table.records(), those(criteria), groups);
        jdbc.sql(sql).params(criteria.parameters()).query(group);
    }

    private String those(Criteria criteria) {
        String filtered = " where c.organization_id = :organization" + criteria.where();
        if (!criteria.searches()) {
            return filtered;
        }
        return criteria.filters() && areFew(filtered, criteria)
                ? read(filtered, criteria)
                : filtered + " and c.id in (" + found(criteria) + ")";
    }

    /** A word may fit everything, where the filters let a week of it through. */
    private boolean areFew(String filtered, Criteria criteria) {
        return jdbc.sql("select count(*) <= %1$d from (select from %2$s c%3$s limit %1$d + 1) c"
                        .formatted(FoundSql.NEAR, table.records(), filtered))
                .params(criteria.parameters())
                .query(Boolean.class)
                .single();
    }

    /** The text of each is looked at. */
    private String read(String filtered, Criteria criteria) {
        String text = PageQuery.lookup(table.texts(), ":organization", "c.id");
        String named = criteria.numbered() ? " or c.source_id = :sourceId" : "";
        return " cross join %s t%s and (true%s%s)".formatted(text, filtered, criteria.fits(), named);
    }

    private String found(Criteria criteria) {
        String named = criteria.numbered()
                ? "\nunion all select n.id from %s n where n.organization_id = :organization and n.source_id = :sourceId"
                        .formatted(table.records())
                : "";
        return SearchText.found(table, criteria.fits()) + named;
    }
}
