package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.record.table.PageQuery;
import app.ascent.record.table.PageQuery.Criteria;
import app.ascent.record.table.RecordReading;
import app.ascent.record.table.RecordRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Reads contacts as everybody sees them, without the details of their source. */
@Component
class ContactReading extends RecordReading<ContactFields, ContactView, ContactFilter> {

    private static final String CLIENT =
            " cross join " + PageQuery.lookup("crm_client", "c.organization_id", "c.client_id") + " k";

    private final JdbcClient jdbc;
    private final PageQuery<ContactFields, ContactView> query;

    ContactReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.query = new PageQuery<>(
                jdbc, CrmTables.CONTACTS, "c.is_primary, k.name as client_name", CLIENT, ContactReading::view);
    }

    @Override
    protected PageQuery<ContactFields, ContactView> query(OrganizationId organization) {
        return query;
    }

    @Override
    protected Criteria criteria(OrganizationId organization, ContactFilter filter) {
        ClientId client = filter.client();
        return new Criteria(organization, filter.search())
                .equal("client_id", client == null ? null : client.value())
                .equal("status", filter.status())
                .origin(filter.origin());
    }

    Optional<ContactView> primaryOf(OrganizationId organization, ClientId client) {
        return query.only(new Criteria(organization, null)
                .equal("client_id", client.value())
                .and("c.is_primary"));
    }

    Map<ClientId, Long> counts(OrganizationId organization, Collection<ClientId> clients) {
        Map<ClientId, Long> counts = new HashMap<>();
        jdbc.sql(
                        """
                        select client_id, count(*) as contacts from crm_contact
                        where organization_id = :organization and client_id = any (:clients)
                        group by client_id
                        """)
                .param("organization", organization.value())
                .param(
                        "clients",
                        new SqlArrayValue(
                                "uuid", clients.stream().map(ClientId::value).toArray()))
                .query(row -> {
                    counts.put(new ClientId(row.getObject("client_id", UUID.class)), row.getLong("contacts"));
                });
        return counts;
    }

    private static ContactView view(RecordRow<ContactFields> contact, ResultSet row) throws SQLException {
        return new ContactView(
                new ContactId(contact.id()),
                contact.fields(),
                row.getString("client_name"),
                row.getBoolean("is_primary"),
                contact.source(),
                contact.created(),
                contact.updated(),
                contact.version());
    }
}
