package app.ascent.record.table;

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
 * Records that name another one in a column which may be empty.
 *
 * @param auditedAs what audit entries call such a record
 * @param ids of what is named
 * @param column of the table that names it
 * @param field what audit entries call the column
 * @param words key of the message that counts such records
 */
public record ColumnMentions<I>(
        JdbcClient jdbc,
        Audit audit,
        Clock clock,
        RecordTable<?> table,
        String auditedAs,
        Class<I> ids,
        String column,
        String field,
        String words)
        implements MentionsOf<I> {

    @Override
    public Dependents count(OrganizationId organization, I id) {
        return new Dependents(
                words,
                named("select count(*) from %s", "", organization, id)
                        .query(Long.class)
                        .single());
    }

    @Override
    public void forget(OrganizationId organization, I id, String name) {
        String set = " set version = version + 1, updated_at = :now, %s = null".formatted(column);
        List<Audit.Told> told = named("update %s" + set, " returning id, name", organization, id)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Audit.Told(
                        new AuditedRecord(auditedAs, row.getString("id"), row.getString("name")),
                        List.of(new Change(field, name, null))))
                .list();
        audit.recordAll(Action.UPDATE, told);
    }

    private JdbcClient.StatementSpec named(String begin, String end, OrganizationId organization, I id) {
        return jdbc.sql(begin.formatted(table.records())
                        + " where organization_id = :organization and %s = :id%s".formatted(column, end))
                .param("organization", organization.value())
                .param("id", Ids.of(ids).value(id));
    }
}
