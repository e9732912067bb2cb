package app.ascent.desk;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.identity.OrganizationId;
import app.ascent.record.MentionsOf;
import app.ascent.record.RecordRefused.Dependents;
import app.ascent.record.field.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tickets that name something in a column which may be empty, and perhaps more of the kind in another one.
 *
 * @param ids of what is named
 * @param column that names it
 * @param more column that names further ones, or nothing
 * @param field what audit entries call the column
 * @param words key of the message that counts such tickets
 */
record MentionsInTickets<I>(
        JdbcClient jdbc, Audit audit, Clock clock, Class<I> ids, String column, String more, String field, String words)
        implements MentionsOf<I> {

    @Override
    public Dependents count(OrganizationId organization, I id) {
        return new Dependents(
                words,
                bound("select count(*) from desk_ticket" + where(), organization, id)
                        .query(Long.class)
                        .single());
    }

    @Override
    public void forget(OrganizationId organization, I id, String name) {
        String fewer = more.isEmpty() ? "" : ", %1$s = array_remove(%1$s, :id)".formatted(more);
        String sql = "update desk_ticket set version = version + 1, updated_at = :now, %1$s = nullif(%1$s, :id)%2$s"
                .formatted(column, fewer);
        List<Audit.Told> told = bound(sql + where() + " returning id, subject", organization, id)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Audit.Told(
                        new AuditedRecord(Tickets.AUDITED_AS, row.getString("id"), row.getString("subject")),
                        List.of(new Change(field, name, null))))
                .list();
        audit.recordAll(Action.UPDATE, told);
    }

    private String where() {
        String further = more.isEmpty() ? "" : " or %1$s <> '{}' and array[:id::uuid] <@ %1$s".formatted(more);
        return " where organization_id = :organization and (%s = :id%s)".formatted(column, further);
    }

    private JdbcClient.StatementSpec bound(String sql, OrganizationId organization, I id) {
        return jdbc.sql(sql)
                .param("organization", organization.value())
                .param("id", Ids.of(ids).value(id));
    }
}
