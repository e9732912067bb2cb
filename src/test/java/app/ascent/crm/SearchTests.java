package app.ascent.crm;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.PostgresTest;
import app.ascent.identity.OrganizationId;
import app.ascent.record.table.Found;
import app.ascent.record.table.PageQuery;
import app.ascent.record.table.SearchTexts;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** How contacts are found before and after their texts are indexed, and when very many fit. */
@PostgresTest
@Import({ClientImports.class, ContactImports.class, ContactReading.class, SearchTexts.class})
class SearchTests {

    private static final int VERY_MANY = PageQuery.WIDE + 5;
    private static final ContactFilter MANY = new ContactFilter("many", null, null, null);
    private static final PageRequest FIRST = PageRequest.of(0, 25);
    private static final PageRequest LAST_FIRST =
            PageRequest.of(0, 25, Sort.by("name").descending());

    private final OrganizationId organization = Samples.organization();
    private final ClientId client = new ClientId(Samples.id());
    private final ClientImports clients;
    private final ContactImports contacts;
    private final ContactReading reading;
    private final SearchTexts texts;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    @Autowired
    SearchTests(
            ClientImports clients,
            ContactImports contacts,
            ContactReading reading,
            SearchTexts texts,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.clients = clients;
        this.contacts = contacts;
        this.reading = reading;
        this.texts = texts;
        this.jdbc = jdbc;
        this.transactions = transactions;
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
        veryMany();

        Found<ContactView> forPeople = reading.some(organization, MANY, FIRST);
        Page<ContactView> forPrograms = reading.all(organization, MANY, FIRST);

        assertThat(forPeople.counted()).isFalse();
        assertThat(forPeople.page()).hasSize(25);
        assertThat(forPrograms.getTotalElements()).isEqualTo(VERY_MANY);
        assertThat(reading.some(organization, new ContactFilter("many 70007", null, null, null), FIRST)
                        .counted())
                .isTrue();
    }

    @Test
    void readsTheFirstOfVeryMany() {
        veryMany();

        Read<Found<ContactView>> found = read(() -> reading.some(organization, MANY, LAST_FIRST));

        assertThat(found.answer().page()).extracting(ContactView::name).startsWith("Many 710005", "Many 710004");
        assertThat(found.rows()).isLessThan(3_000);
    }

    /** The first two thousand are near; all that fit are read and put in order for those behind. */
    @Test
    void losesNobodyBetweenWhatIsNearAndTheRest() {
        veryMany();

        assertThat(reading.all(organization, MANY, LAST_FIRST.withPage(79)).getContent())
                .last()
                .extracting(ContactView::name)
                .isEqualTo("Many 708006");
        assertThat(reading.all(organization, MANY, LAST_FIRST.withPage(80)))
                .first()
                .extracting(ContactView::name)
                .isEqualTo("Many 708005");
    }

    @Test
    void readsWhatAFilterLeavesOfVeryMany() {
        ClientId other = new ClientId(Samples.id());
        clients.save(organization, List.of(Samples.fresh(other.value(), 2, Samples.client("Contoso"))), true);
        contacts.save(
                organization,
                List.of(
                        Samples.fresh(1, Samples.contact(other, null, "Many more", null)),
                        Samples.fresh(2, Samples.contact(other, null, "Few", null))),
                true);
        veryMany();

        Read<Found<ContactView>> found =
                read(() -> reading.some(organization, new ContactFilter("many", other, null, null), FIRST));

        assertThat(found.answer().page()).extracting(ContactView::name).containsExactly("Many more");
        assertThat(found.answer().counted()).isTrue();
        assertThat(found.rows()).isLessThan(100);
    }

    @Test
    void putsTheIdAtTheSourceBeforeVeryMany() {
        contacts.save(organization, List.of(Samples.fresh(7, Samples.contact(client, null, "Zoe", null))), true);
        veryMany();

        Page<ContactView> found = page("7", FIRST);

        assertThat(found).extracting(ContactView::name).startsWith("Zoe", "Many 700001", "Many 700002");
        assertThat(found.getTotalElements()).isEqualTo(VERY_MANY + 1);
        assertThat(page("7", FIRST.withPage(200))).extracting(ContactView::name).startsWith("Many 705000");
    }

    @Test
    void readsNoRecordOfThePagesBefore() {
        veryMany();

        Read<Page<ContactView>> listed = read(() -> page(null, FIRST.withPage(100)));

        assertThat(listed.answer()).extracting(ContactView::name).startsWith("Many 702501");
        assertThat(listed.rows()).isLessThan(100);
    }

    /** In the statistics, and known to be visible: to indexes alone a commit tells that only once it is on the disk. */
    private void veryMany() {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("set local synchronous_commit = on").update();
            insertVeryMany();
        });
        jdbc.sql("vacuum analyze crm_contact, crm_contact_search").update();
    }

    private void insertVeryMany() {
        jdbc.sql(
                        """
                        insert into crm_contact (organization_id, id, client_id, last_name, status, created_at, updated_at,
                            match_key, sort_key)
                        select :organization, gen_random_uuid(), :client, 'Many ' || i, 'ACTIVE', now(), now(), 'n', 'many ' || i
                        from generate_series(700001, 700000 + :count) i
                        """)
                .param("organization", organization.value())
                .param("client", client.value())
                .param("count", VERY_MANY)
                .update();
        jdbc.sql(
                        """
                        insert into crm_contact_search (organization_id, id, search_text, changed_at)
                        select organization_id, id, ' ' || sort_key, now() from crm_contact
                        where organization_id = ? and source_id is null
                        """)
                .param(organization.value())
                .update();
    }

    /** @param rows of contacts that were read for it */
    private record Read<T>(T answer, long rows) {}

    private <T> Read<T> read(Supplier<T> asked) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            long before = rowsRead();
            T answer = asked.get();
            return new Read<>(answer, rowsRead() - before);
        }));
    }

    private long rowsRead() {
        return jdbc.sql(
                        "select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = 'crm_contact'")
                .query(Long.class)
                .single();
    }

    private List<String> names(String search) {
        return page(search, PageRequest.of(0, 25)).map(ContactView::name).getContent();
    }

    private Page<ContactView> page(@Nullable String search, PageRequest page) {
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
