package app.ascent.crm.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.ContactFields;
import app.ascent.crm.ContactImports;
import app.ascent.crm.Samples;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import app.ascent.record.RecordStatus;
import app.ascent.record.imports.ImportedRecord;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** How people get at the record they look for, and out of where there is none. */
@CrmWebTest
class ListsTests {

    private final Visitors visitors;
    private final ClientImports clients;
    private final ContactImports contacts;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final UUID northwind = Samples.id();
    private OrganizationId organization;
    private MockMvcTester owner;

    @Autowired
    ListsTests(
            Visitors visitors,
            ClientImports clients,
            ContactImports contacts,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.visitors = visitors;
        this.clients = clients;
        this.contacts = contacts;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @BeforeEach
    void anOwnerWithAClient() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        client(northwind, 29_683_725, "Northwind", null);
    }

    @Test
    void findsARecordByItsIdAtTheSourceBeforeAllOthers() {
        client(Samples.id(), 1, "Alpha", "+49 29683725 0");
        UUID ana = contact(29_683_725, "Zimmer", "ACTIVE");
        contact(5, "Number 29683725", "ACTIVE");

        assertThat(text("/clients?search=29683725")).containsSubsequence("Northwind</a>", "Alpha</a>", "1–2 of 2");
        assertThat(text("/clients?search=29683725&sort=name-desc")).containsSubsequence("Northwind</a>", "Alpha</a>");
        assertThat(text("/clients?search=%2329683725"))
                .contains("Northwind</a>")
                .doesNotContain("Alpha</a>");
        assertThat(text("/contacts?search=29683725")).containsSubsequence(ana.toString(), "Number 29683725");
        assertThat(text("/api/v1/clients?search=29683725"))
                .containsSubsequence("\"Northwind\"", "\"Alpha\"", "\"total\":2");
        assertThat(text("/api/v1/contacts?search=29683725")).contains("\"total\":2");
    }

    /** Small tables are read whole, as soon as statistics tell how small they are: that is not what is asked here. */
    @Test
    void readsTheIdAtTheSourceFromAnIndex() {
        List<String> plan = transactions.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql(
                            """
                            explain select id from crm_client
                            where organization_id = :organization and source_id = 29683725
                            """)
                    .param("organization", organization.value())
                    .query(String.class)
                    .list();
        });

        assertThat(jdbc.sql("select count(*) from pg_indexes where indexname in (?, ?)")
                        .params("crm_client_source_id_idx", "crm_contact_source_id_idx")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(plan).anyMatch(line -> line.contains("Index Cond:") && line.contains("source_id = 29683725"));
    }

    @Test
    void offersARecordThatAFilterHides() {
        client(Samples.id(), 7, "Contoso", null, RecordStatus.INACTIVE);
        contact(8, "Hidden", "INACTIVE");
        contact(9, "Hidden again", "INACTIVE");

        assertThat(text("/clients?search=contoso"))
                .contains("1 inactive client fits:", "Contoso</a>", "/clients?search=contoso&amp;status=INACTIVE");
        assertThat(text("/contacts?search=hidden")).contains("2 inactive contacts fit:", "Hidden</a>");
        assertThat(text("/clients?search=northwind&status=INACTIVE")).contains("1 active client fits:");
        assertThat(text("/clients?search=northwind&type=VENDOR&source=ASCENT"))
                .contains("1 client fits without the other filters:", "/clients?search=northwind&amp;status=any");
        assertThat(text("/clients?search=nobody")).doesNotContain("class=\"elsewhere\"");
    }

    @Test
    void showsTheLastPageToWhoeverAsksForOneBehindIt() {
        List<ImportedRecord<ClientFields>> many = new ArrayList<>();
        List<ImportedRecord<ContactFields>> people = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(Samples.fresh(1000 + i, Samples.client("Bulk " + i)));
            people.add(Samples.fresh(1000 + i, Samples.contact(new ClientId(northwind), null, "Person " + i, null)));
        }
        clients.save(organization, many, true);
        contacts.save(organization, people, true);

        assertThat(text("/clients?page=9")).contains("26–31 of 31 active clients", "Northwind</a>");
        assertThat(text("/clients?search=bulk&page=9")).contains("26–30 of 30 active clients");
        assertThat(text("/contacts?page=1000000")).contains("26–30 of 30 active contacts");
        assertThat(text("/clients/" + northwind + "/contacts?page=9")).contains("26–30 of 30");
        assertThat(text("/settings/members?page=9")).contains("1–1 of 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/clients/%s/activity?page=9", "/admin/audit-logs?page=9"})
    void showsTheLastPageOfWhatHappened(String address) {
        owner.post()
                .uri("/clients/" + northwind + "/status")
                .param("status", "INACTIVE")
                .exchange();

        assertThat(text(address.formatted(northwind))).contains("1–1 of 1");
    }

    @Test
    void tellsAProgramOfTheEndByAnEmptyPage() {
        assertThat(text("/api/v1/clients?page=9")).contains("\"items\":[]", "\"page\":9", "\"size\":25", "\"total\":1");
        assertThat(text("/api/v1/clients?page=9&search=north")).contains("\"items\":[]", "\"total\":1");
        assertThat(text("/api/v1/contacts?page=9")).contains("\"items\":[]", "\"total\":0");
    }

    @Test
    void narrowsContactsToAClientThatIsNamed() {
        UUID group = Samples.id();
        client(group, 2, "Northwind Group", null);
        contact(1, "Atnorthwind", "ACTIVE");
        contacts.save(
                organization,
                List.of(Samples.fresh(2, Samples.contact(new ClientId(group), null, "Atgroup", null))),
                true);

        assertThat(text("/contacts?clientName=NORTHWIND"))
                .contains("Of Northwind", "Atnorthwind", "client=" + northwind)
                .doesNotContain("Atgroup");
        assertThat(text("/contacts?clientName=group")).contains("Atgroup").doesNotContain("Atnorthwind");
        assertThat(text("/contacts?clientName=north"))
                .contains("Which one do you mean?", "/contacts?client=" + group)
                .doesNotContain("Atgroup", "Atnorthwind");
        assertThat(text("/contacts?clientName=&client=" + northwind)).contains("Atgroup", "Atnorthwind");
        assertThat(text("/contacts?clientName=Northwind&client=" + northwind + "&search=at"))
                .contains("Atnorthwind")
                .doesNotContain("Atgroup");
        assertThat(text("/contacts?clientName=nobody")).contains("No contacts fit these filters.");
        assertThat(text("/contacts/clients?clientName=nor")).contains("Northwind Group");
        assertThat(text("/api/v1/contacts?clientId=" + northwind))
                .contains("Atnorthwind")
                .doesNotContain("Atgroup");
    }

    /** Whoever chooses from a list has nothing else to press; without scripts there is a button. */
    @ParameterizedTest
    @ValueSource(strings = {"/clients", "/contacts", "/admin/audit-logs"})
    void submitsAChosenFilterByItself(String list) {
        String page = text(list);
        String filters = page.substring(page.indexOf("<form class=\"toolbar\""));
        filters = filters.substring(0, filters.indexOf("</form>"));

        assertThat(Pattern.compile("<select[^>]*>").matcher(filters).results())
                .isNotEmpty()
                .allSatisfy(select -> assertThat(select.group()).contains("data-submits"));
        assertThat(filters).contains("data-without-script");
    }

    @Test
    void leadsToTheTelephone() {
        UUID contoso = Samples.id();
        client(contoso, 3, "Contoso", "+44 (0)117 496 0000");

        assertThat(text("/clients/" + contoso)).contains("href=\"tel:+441174960000\"");
        assertThat(text("/clients")).contains("href=\"tel:+441174960000\"");
    }

    private void client(UUID id, long sourceId, String name, String phone) {
        client(id, sourceId, name, phone, RecordStatus.ACTIVE);
    }

    private void client(UUID id, long sourceId, String name, String phone, RecordStatus status) {
        clients.save(organization, List.of(Samples.fresh(id, sourceId, Samples.client(name, null, phone))), true);
        jdbc.sql("update crm_client set status = ? where id = ?")
                .params(status.name(), id)
                .update();
    }

    private UUID contact(long sourceId, String name, String status) {
        UUID id = Samples.id();
        contacts.save(
                organization,
                List.of(Samples.fresh(
                        id,
                        sourceId,
                        Samples.contact(
                                new ClientId(northwind), null, name, null, RecordStatus.valueOf(status), false))),
                true);
        return id;
    }

    private String text(String address) {
        MvcTestResult page = owner.get().uri(URI.create(address)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
