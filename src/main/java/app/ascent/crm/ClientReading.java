package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.record.table.PageQuery;
import app.ascent.record.table.PageQuery.Criteria;
import app.ascent.record.table.RecordReading;
import app.ascent.record.table.RecordRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads clients as everybody sees them, without the details of their source. */
@Component
class ClientReading extends RecordReading<ClientFields, ClientView, ClientFilter> {

    private static final String COLUMNS = "c.parent_id, (select p.id from crm_contact p"
            + " where p.organization_id = c.organization_id and p.client_id between c.id and c.id and p.is_primary"
            + " order by p.client_id limit 1) as primary_contact_id";

    private final PageQuery<ClientFields, ClientView> query;

    ClientReading(JdbcClient jdbc) {
        this.query = new PageQuery<>(jdbc, CrmTables.CLIENTS, COLUMNS, "", ClientReading::view);
    }

    @Override
    protected PageQuery<ClientFields, ClientView> query(OrganizationId organization) {
        return query;
    }

    @Override
    protected Criteria criteria(OrganizationId organization, ClientFilter filter) {
        return new Criteria(organization, filter.search())
                .equal("type", filter.type())
                .equal("status", filter.status())
                .origin(filter.origin());
    }

    /** @param sortKey the name as lists sort it */
    Page<ClientView> called(OrganizationId organization, String sortKey, Pageable pageable) {
        return those(organization, new Criteria(organization, null).equal("sort_key", sortKey), pageable);
    }

    Page<ClientView> children(OrganizationId organization, ClientId parent, Pageable pageable) {
        return those(organization, new Criteria(organization, null).equal("parent_id", parent.value()), pageable);
    }

    private static ClientView view(RecordRow<ClientFields> client, ResultSet row) throws SQLException {
        UUID parent = row.getObject("parent_id", UUID.class);
        UUID primary = row.getObject("primary_contact_id", UUID.class);
        return new ClientView(
                new ClientId(client.id()),
                client.fields(),
                parent == null ? null : new ClientId(parent),
                primary == null ? null : new ContactId(primary),
                client.source(),
                client.created(),
                client.updated(),
                client.version());
    }
}
