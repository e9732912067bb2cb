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
        String sql = "select %s from %s c where c.organization_id = :organization%s%s group by %s"
                .formatted(select, table.records(), criteria.where(), searched(criteria), groups);
        jdbc.sql(sql).params(criteria.parameters()).query(group);
    }

    private String searched(Criteria criteria) {
        if (!criteria.searches()) {
            return "";
        }
        String half = "select t.id from " + table.texts() + " t where t.organization_id = :organization and ";
        String named = criteria.numbered()
                ? " union all select n.id from %s n where n.organization_id = :organization and n.source_id = :sourceId"
                        .formatted(table.records())
                : "";
        return " and c.id in (%1$st.settled%2$s union all %1$snot t.settled%2$s%3$s)"
                .formatted(half, criteria.fits(), named);
    }
}
