package app.ascent.crm;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.PostgresTest;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordStatus;
import app.ascent.record.table.SearchTexts;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Pages come soon while an import fills the tables, whatever PostgreSQL knows of them by then. */
@PostgresTest
@Import({ClientImports.class, ContactImports.class, ContactReading.class, SearchTexts.class})
class GrowingTablesTests {

    private static final int CLIENTS = 2_000;
    private static final int CONTACTS = 40_000;

    private final OrganizationId organization = Samples.organization();
    private final ContactReading reading;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    @Autowired
    GrowingTablesTests(ContactReading reading, JdbcClient jdbc, TransactionOperations transactions) {
        this.reading = reading;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Nobody looks at the tables but the test. */
    @BeforeEach
    void noStatistics() {
        for (String table : List.of("crm_client", "crm_contact", "crm_client_search", "crm_contact_search")) {
            jdbc.sql("alter table " + table + " set (autovacuum_enabled = false)")
                    .update();
        }
    }

    /** Other tests of this database count what is there. */
    @AfterEach
    void leaveNothingBehind() {
        jdbc.sql("truncate crm_client, crm_contact, crm_client_search, crm_contact_search cascade")
                .update();
    }

    @Test
    void pagesNeedNoStatistics() {
        grow(organization);

        pagesComeSoon();
    }

    @Test
    void pagesNeedNoStatisticsOfTheirOrganization() {
        grow(Samples.organization());
        jdbc.sql("analyze crm_client, crm_contact, crm_client_search, crm_contact_search")
                .update();
        grow(organization);

        pagesComeSoon();
    }

    private void pagesComeSoon() {
        assertThat(soon(() -> page("garc", null, "name")).getTotalElements()).isEqualTo(5_143);
        assertThat(soon(() -> page("garc", null, "updated"))).hasSize(25);
        assertThat(soon(() -> page(null, null, "name"))).hasSize(25);
        assertThat(soon(() -> page(null, null, "updated"))).hasSize(25);
        assertThat(soon(() -> page(null, client(7), "name"))).hasSize(18);
        assertThat(soon(() -> reading.primaryOf(organization, client(7)))).isPresent();
        assertThat(soon(() -> reading.counts(organization, List.of(client(7), client(8)))))
                .containsEntry(client(7), 20L);
    }

    private Page<ContactView> page(String search, ClientId client, String order) {
        return reading.all(
                organization,
                new ContactFilter(search, client, RecordStatus.ACTIVE, null),
                PageRequest.of(0, 25, Sort.by(order)));
    }

    /** Within what a page may take of the database on a machine that is busy with other things. */
    private <T> T soon(Supplier<T> page) {
        return transactions.execute(_ -> {
            jdbc.sql("select set_config('statement_timeout', '2s', true)")
                    .query(String.class)
                    .single();
            return page.get();
        });
    }

    private ClientId client(int number) {
        return new ClientId(jdbc.sql("select id from crm_client where organization_id = :organization and name = :name")
                .param("organization", organization.value())
                .param("name", "Client " + number)
                .query(java.util.UUID.class)
                .single());
    }

    /** Seven names, one of them Garcia; every tenth contact is inactive. */
    private void grow(OrganizationId owner) {
        jdbc.sql(
                        """
                        insert into crm_client (organization_id, id, name, type, status, created_at, updated_at, name_key,
                            sort_key)
                        select :organization, gen_random_uuid(), 'Client ' || g, 'CUSTOMER', 'ACTIVE', now(), now(),
                            'client ' || g, 'client ' || g
                        from generate_series(0, :clients - 1) g
                        """)
                .param("organization", owner.value())
                .param("clients", CLIENTS)
                .update();
        jdbc.sql(
                        """
                        insert into crm_contact (organization_id, id, client_id, last_name, status, is_primary, created_at,
                            updated_at, match_key, sort_key)
                        select :organization, gen_random_uuid(), k.id, n.name || g, n.status, g < :clients, now(),
                            now() - make_interval(secs => g), 'k' || g, n.name || g
                        from generate_series(0, :contacts - 1) g
                            cross join lateral (select
                                (array['garcia', 'smith', 'jones', 'brown', 'lopez', 'khan', 'weber'])[1 + g % 7] as name,
                                case when g >= :clients and g / :clients % 10 = 9 then 'INACTIVE' else 'ACTIVE' end as status) n
                            join crm_client k on k.organization_id = :organization and k.name_key = 'client ' || g % :clients
                        """)
                .param("organization", owner.value())
                .param("clients", CLIENTS)
                .param("contacts", CONTACTS)
                .update();
        jdbc.sql(
                        """
                        insert into crm_contact_search (organization_id, id, search_text, changed_at)
                        select organization_id, id, ' ' || sort_key, now() from crm_contact where organization_id = ?
                        """)
                .param(owner.value())
                .update();
    }
}
