package app.ascent.crm;

import app.ascent.crm.PageQuery.Criteria;
import app.ascent.crm.search.SearchTable;
import app.ascent.identity.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Reads contacts as everybody sees them, without the details of their source. */
@Component
class ContactReading {

    private static final String COLUMNS = "c.id, c.is_primary, c.source_system, c.source_database, c.source_id,"
            + " c.created_at, c.updated_at, c.version, k.name as client_name, " + Column.select(ContactColumns.FIELDS);

    private static final String CLIENT =
            " cross join " + PageQuery.lookup("crm_client", "c.organization_id", "c.client_id") + " k";

    private final JdbcClient jdbc;
    private final PageQuery<ContactView> query;

    ContactReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.query = new PageQuery<>(jdbc, SearchTable.CONTACTS, COLUMNS, CLIENT, ContactReading::view);
    }

    Optional<ContactView> find(OrganizationId organization, ContactId contact) {
        return query.one(organization, contact.value());
    }

    Optional<ContactView> find(OrganizationId organization, Provenance source) {
        return query.all(new Criteria(organization, null).from(source), PageRequest.of(0, 1)).stream()
                .findFirst();
    }

    Page<ContactView> all(OrganizationId organization, ContactFilter filter, Pageable pageable) {
        return query.all(criteria(organization, filter), pageable);
    }

    Found<ContactView> some(OrganizationId organization, ContactFilter filter, Pageable pageable) {
        return query.some(criteria(organization, filter), pageable);
    }

    Optional<ContactView> primaryOf(OrganizationId organization, ClientId client) {
        return jdbc.sql("select " + COLUMNS + " from crm_contact c" + CLIENT
                        + " where c.organization_id = :organization and c.client_id = :client and c.is_primary")
                .param("organization", organization.value())
                .param("client", client.value())
                .query(ContactReading::view)
                .optional();
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

    Optional<SourceTrace> trace(OrganizationId organization, UUID contact) {
        return jdbc.sql(
                        """
                        select source_details::text as details, first_imported_at as first_import from crm_contact
                        where organization_id = :organization and id = :id and source_details is not null
                        """)
                .param("organization", organization.value())
                .param("id", contact)
                .query((row, _) -> ProvenanceColumns.trace(row))
                .optional();
    }

    private static Criteria criteria(OrganizationId organization, ContactFilter filter) {
        Criteria criteria = new Criteria(organization, filter.search())
                .equal(
                        "client_id",
                        filter.client() == null ? null : filter.client().value())
                .equal(
                        "status",
                        filter.status() == null ? null : filter.status().name());
        return filter.origin() == null
                ? criteria
                : criteria.and("c." + filter.origin().condition());
    }

    private static ContactView view(ResultSet row, int number) throws SQLException {
        return new ContactView(
                new ContactId(row.getObject("id", UUID.class)),
                ContactColumns.fields(row),
                row.getString("client_name"),
                row.getBoolean("is_primary"),
                ProvenanceColumns.read(row),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getLong("version"));
    }
}
