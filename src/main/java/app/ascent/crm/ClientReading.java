package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.record.Provenance;
import app.ascent.record.SourceTrace;
import app.ascent.record.table.Found;
import app.ascent.record.table.PageQuery;
import app.ascent.record.table.PageQuery.Criteria;
import app.ascent.record.table.RecordRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads clients as everybody sees them, without the details of their source. */
@Component
class ClientReading {

    private static final String COLUMNS = "c.parent_id, (select p.id from crm_contact p"
            + " where p.organization_id = c.organization_id and p.client_id between c.id and c.id and p.is_primary"
            + " order by p.client_id limit 1) as primary_contact_id";

    private final PageQuery<ClientFields, ClientView> query;

    ClientReading(JdbcClient jdbc) {
        this.query = new PageQuery<>(jdbc, CrmTables.CLIENTS, COLUMNS, "", ClientReading::view);
    }

    Optional<ClientView> find(OrganizationId organization, ClientId client) {
        return query.one(organization, client.value());
    }

    Optional<ClientView> find(OrganizationId organization, Provenance source) {
        return query.all(new Criteria(organization, null).from(source), PageRequest.of(0, 1)).stream()
                .findFirst();
    }

    Page<ClientView> all(OrganizationId organization, ClientFilter filter, Pageable pageable) {
        return query.all(criteria(organization, filter), pageable);
    }

    Found<ClientView> some(OrganizationId organization, ClientFilter filter, Pageable pageable) {
        return query.some(criteria(organization, filter), pageable);
    }

    /** @param sortKey the name as lists sort it */
    Page<ClientView> called(OrganizationId organization, String sortKey, Pageable pageable) {
        return query.all(new Criteria(organization, null).equal("sort_key", sortKey), pageable);
    }

    Page<ClientView> children(OrganizationId organization, ClientId parent, Pageable pageable) {
        return query.all(new Criteria(organization, null).equal("parent_id", parent.value()), pageable);
    }

    Optional<SourceTrace> trace(OrganizationId organization, ClientId client) {
        return query.trace(organization, client.value());
    }

    private static Criteria criteria(OrganizationId organization, ClientFilter filter) {
        Criteria criteria = new Criteria(organization, filter.search())
                .equal("type", name(filter.type()))
                .equal("status", name(filter.status()));
        return filter.origin() == null
                ? criteria
                : criteria.and("c." + filter.origin().condition());
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
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
