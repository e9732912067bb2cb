package app.ascent.record.table;

import app.ascent.identity.OrganizationId;
import app.ascent.record.PartSource;
import app.ascent.record.field.Fields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where parts of records lie: imports write them, people read them with the record they belong to, and nobody searches or
 * edits them.
 *
 * @param rows their table
 * @param owner column of the id of what they belong to
 * @param order in which people read them, of columns of {@code c}
 */
public record PartTable<F extends Record>(String rows, Fields<F> fields, String owner, String order) {

    public Page<Part<F>> of(JdbcClient jdbc, OrganizationId organization, UUID owner, Pageable pageable) {
        String theirs =
                " from %s c where c.organization_id = :organization and c.%s = :owner".formatted(rows, this.owner);
        List<Part<F>> parts = jdbc.sql(
                        "select c.*" + theirs + " order by " + order + ", c.id limit :limit offset :offset")
                .param("organization", organization.value())
                .param("owner", owner)
                .param("limit", pageable.getPageSize())
                .param("offset", pageable.getOffset())
                .query((row, number) -> part(row))
                .list();
        return PageableExecutionUtils.getPage(parts, pageable, () -> jdbc.sql("select count(*)" + theirs)
                .param("organization", organization.value())
                .param("owner", owner)
                .query(Long.class)
                .single());
    }

    private Part<F> part(ResultSet row) throws SQLException {
        return new Part<>(
                row.getObject("id", UUID.class),
                fields.read(row),
                new PartSource(
                        row.getString("source_system"), row.getLong("source_database"), row.getString("source_id")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
