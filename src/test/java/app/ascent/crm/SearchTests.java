package app.ascent.crm;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.PostgresTest;
import app.ascent.identity.OrganizationId;
import app.ascent.record.table.Found;
import app.ascent.record.table.PageQuery;
import app.ascent.record.table.SearchTexts;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How contacts are found before and after their texts are indexed, and when very many fit. */
@PostgresTest
@Import({ClientImports.class, ContactImports.class, ContactReading.class, SearchTexts.class})
class SearchTests {

    private final OrganizationId organization = Samples.organization();
    private final ClientId client = new ClientId(Samples.id());
    private final ClientImports clients;
    private final ContactImports contacts;
    private final ContactReading reading;
    private final SearchTexts texts;
    private final JdbcClient jdbc;

    @Autowired
    SearchTests(
            ClientImports clients,
            ContactImports contacts,
            ContactReading reading,
            SearchTexts texts,
            JdbcClient jdbc) {
        this.clients = clients;
        this.contacts = contacts;
        this.reading = reading;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aClient() {
        clients.save(organization, List.of(Samples.fresh(client.value(), 1, Samples.client("Northwind"))), true);
    }

    @Test
    void findsATextBeforeAndAfterItIsIndexed() {
        UUID id = Samples.id();
        contacts.save(
                organization, List.of(Samples.fresh(id, 1, Samples.contact(client, "Ana", "Müller", null))), true);
        assertThat(settled(id)).isFalse();
        assertThat(names("mull")).containsExactly("Ana Müller");

        texts.settle(CrmTables.CONTACTS);
        assertThat(settled(id)).as("too fresh").isFalse();
        stillForAMinute();
        texts.settle(CrmTables.CONTACTS);

        assertThat(settled(id)).isTrue();
        assertThat(names("mull")).containsExactly("Ana Müller");
        contacts.save(organization, List.of(Samples.again(id, 1, Samples.contact(client, "Ana", "Berg", null))), true);
        assertThat(names("mull")).isEmpty();
        assertThat(names("berg")).containsExactly("Ana Berg");
    }

    @Test
    void indexesNothingWhileTextsKeepComing() {
        UUID early = contact(1, "Early");
        stillForAMinute();
        UUID late = contact(2, "Late");

        texts.settle(CrmTables.CONTACTS);
        assertThat(settled(early)).as("an import may be under way").isFalse();

        allBecomeOlderBy("10 minutes");
        UUID another = contact(3, "Another");
        texts.settle(CrmTables.CONTACTS);

        assertThat(settled(early)).as("waited long enough").isTrue();
        assertThat(settled(late)).isTrue();
        assertThat(settled(another)).isFalse();
    }

    private UUID contact(long sourceId, String name) {
        UUID id = Samples.id();
        contacts.save(
                organization, List.of(Samples.fresh(id, sourceId, Samples.contact(client, null, name, null))), true);
        return id;
    }

    @Test
    void ordersWhatItFinds() {
        contacts.save(
                organization,
                List.of(
                        Samples.fresh(1, Samples.contact(client, "Zoe", "Same", null)),
                        Samples.fresh(2, Samples.contact(client, "Ánna", "Same", null)),
                        Samples.fresh(3, Samples.contact(client, "Mia", "Same", null))),
                true);

        assertThat(names("same")).containsExactly("Ánna Same", "Mia Same", "Zoe Same");
        assertThat(page("same", PageRequest.of(0, 2, Sort.by("name").descending())))
                .extracting(ContactView::name)
                .containsExactly("Zoe Same", "Mia Same");
        Page<ContactView> beyond = page("same", PageRequest.of(7, 2));
        assertThat(beyond).isEmpty();
        assertThat(beyond.getTotalElements()).isEqualTo(3);
    }

    @Test
    void looksAtSoManyForPeopleAndAtAllForPrograms() {
        jdbc.sql(
                        """
                        insert into crm_contact (organization_id, id, client_id, last_name, status, created_at, updated_at,
                            match_key, sort_key)
                        select :organization, gen_random_uuid(), :client, 'Many ' || i, 'ACTIVE', now(), now(), 'n', 'many ' || i
                        from generate_series(1, :count) i
                        """)
                .param("organization", organization.value())
                .param("client", client.value())
                .param("count", PageQuery.WIDE + 5)
                .update();
        jdbc.sql(
                        """
                        insert into crm_contact_search (organization_id, id, search_text, changed_at)
                        select organization_id, id, ' ' || sort_key, now() from crm_contact where organization_id = ?
                        """)
                .param(organization.value())
                .update();
        ContactFilter many = new ContactFilter("many", null, null, null);

        Found<ContactView> forPeople = reading.some(organization, many, PageRequest.of(0, 25));
        Page<ContactView> forPrograms = reading.all(organization, many, PageRequest.of(0, 25));

        assertThat(forPeople.counted()).isFalse();
        assertThat(forPeople.page()).hasSize(25);
        assertThat(forPrograms.getTotalElements()).isEqualTo(PageQuery.WIDE + 5);
        assertThat(reading.some(organization, new ContactFilter("many 77", null, null, null), PageRequest.of(0, 25))
                        .counted())
                .isTrue();
    }

    private List<String> names(String search) {
        return page(search, PageRequest.of(0, 25)).map(ContactView::name).getContent();
    }

    private Page<ContactView> page(String search, PageRequest page) {
        return reading.all(organization, new ContactFilter(search, null, null, null), page);
    }

    private boolean settled(UUID id) {
        return jdbc.sql("select settled from crm_contact_search where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private void stillForAMinute() {
        allBecomeOlderBy("1 minute");
    }

    /** Those of other tests, too: what was written lately by anyone keeps all texts from the index. */
    private void allBecomeOlderBy(String age) {
        jdbc.sql("update crm_contact_search set changed_at = changed_at - cast(? as interval)")
                .param(age)
                .update();
    }
}
