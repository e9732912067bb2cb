package app.ascent.crm.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.ContactImports;
import app.ascent.crm.Samples;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import app.ascent.record.Provenance;
import app.ascent.record.imports.ImportedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CrmWebTest
class PagesTests {

    private final Visitors visitors;
    private final ClientImports clients;
    private final ContactImports contacts;
    private final JdbcClient jdbc;
    private final UUID northwind = Samples.id();
    private final UUID ana = Samples.id();
    private OrganizationId organization;
    private MockMvcTester owner;

    @Autowired
    PagesTests(Visitors visitors, ClientImports clients, ContactImports contacts, JdbcClient jdbc) {
        this.visitors = visitors;
        this.clients = clients;
        this.contacts = contacts;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anOwnerWithAClient() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        String details =
                """
                {"originals": {"companyType": "Strategic Account", "companyCategoryID": "1", "territoryID": "29", "createDate": "2016-03-30T09:00:00Z"},
                 "userDefined": {"Region": "North <b>", "Portal password": "********", "Empty": null,
                                 "SLA signed": "2024-05-01T00:00:00Z"}}
                """;
        clients.save(
                organization,
                List.of(new ImportedRecord<>(
                        northwind,
                        true,
                        new Provenance("AUTOTASK", 91_234, 29_683_725),
                        Samples.client("Northwind & Söhne", "C-1042", "+44 117"),
                        details)),
                true);
        contacts.save(
                organization,
                List.of(Samples.fresh(
                        ana, 7, Samples.contact(new ClientId(northwind), "Ana", "Müller", "ana@northwind.example"))),
                true);
    }

    @Test
    void listsActiveClientsWithTheirNumbers() {
        MvcTestResult page = get("/clients");

        assertThat(page).hasStatusOk();
        assertThat(page)
                .bodyText()
                .contains("<h1>Clients</h1>", "Northwind &amp; Söhne", "C-1042", "1–1 of 1 active client")
                .contains("data-href=\"/clients/" + northwind + "\"", "aria-sort=\"ascending\"")
                .doesNotContain("??");
    }

    @Test
    void answersHtmxWithTheListThatThePageIncludes() {
        String page = text("/clients?search=north");

        MvcTestResult fragment = owner.get()
                .uri("/clients?search=north")
                .header("HX-Request", "true")
                .exchange();

        String body = body(fragment);
        assertThat(body.strip()).startsWith("<section id=\"list\"").doesNotContain("<h1>");
        assertThat(page).contains(body.strip());
        assertThat(fragment.getResponse().getHeader("Vary")).contains("HX-Request");
    }

    @Test
    void answersHtmxWithThePageWhenItGoesBack() {
        MvcTestResult page = owner.get()
                .uri("/clients")
                .header("HX-Request", "true")
                .header("HX-History-Restore-Request", "true")
                .exchange();

        assertThat(page).bodyText().contains("<h1>Clients</h1>");
    }

    @Test
    void keepsFiltersThroughThePages() {
        List<ImportedRecord<app.ascent.crm.ClientFields>> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(Samples.fresh(1000 + i, Samples.client("Bulk & Co " + i)));
        }
        clients.save(organization, many, true);

        assertThat(text("/clients?search=bulk%20%26&source=imported&sort=name-desc"))
                .contains("1–25 of 30 active clients")
                .contains("search=bulk%20%26&amp;source=imported&amp;sort=name-desc&amp;page=1")
                .contains("aria-sort=\"descending\"");
        assertThat(text("/clients?search=bulk&page=1")).contains("26–30 of 30 active clients");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/clients?type=FRIEND&status=GONE&source=MARS&page=x&sort=colour",
                "/contacts?client=x&page=-5&status=any",
                "/clients?page=99999999999999999999",
            })
    void showsTheUsualListForAnAddressThatMakesNoSense(String address) {
        assertThat(get(address)).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QUEUED  | An import is under way | They appear here as they are loaded.",
                "RUNNING | An import is under way | They appear here as they are loaded.",
                "WAITING | The import waits | Autotask asked for a break.",
                "PAUSED  | The import is paused | once an Owner resumes it.",
                "FAILED  | The import has stopped | Nothing is lost."
            })
    void saysThatRecordsAreOnTheirWay(String status, String title, String text) {
        OrganizationId empty = visitors.organization();
        MockMvcTester member = visitors.member(empty, Role.MEMBER);
        UUID migration = importing(empty, status);

        for (String list : List.of("/clients", "/contacts", "/")) {
            assertThat(member.get().uri(list))
                    .hasStatusOk()
                    .bodyText()
                    .contains(title, text)
                    .doesNotContain("No clients yet", "No contacts yet", "/admin/autotask-migration", "??");
            assertThat(visitors.member(empty, Role.OWNER).get().uri(list))
                    .bodyText()
                    .contains("/admin/autotask-migration/" + migration);
        }
        assertThat(member.get().uri("/clients?search=north"))
                .bodyText()
                .contains("No clients fit these filters.")
                .doesNotContain(title);
        assertThat(member.get().uri("/clients"))
                .bodyText()
                .containsPattern(status.equals("WAITING") ? "It goes on at \\d\\d:\\d\\d" : title);
    }

    private UUID importing(OrganizationId organization, String status) {
        UUID migration = Samples.id();
        jdbc.sql(
                        """
                        insert into migration_migration (id, organization_id, source_system, source_database, connection,
                            created_at, created_by, version)
                        values (?, ?, 'AUTOTASK', 91234, gen_random_uuid(), now(), gen_random_uuid(), 0)
                        """)
                .params(migration, organization.value())
                .update();
        jdbc.sql(
                        """
                        insert into migration_run (id, organization_id, migration_id, number, kind, status, conflicts,
                            reason_code, reason, resumes_at, waiting_since, started_at, started_by, running_since,
                            worked_millis, fence, ticket, version)
                        values (?, ?, ?, 1, 'FULL', ?, 'KEEP_ASCENT', 'rate-limited', 'Autotask asked for a break.',
                            now() + interval '2 minutes', now(), now(), gen_random_uuid(), now(), 0, 0, 0, 0)
                        """)
                .params(Samples.id(), organization.value(), migration, status)
                .update();
        return migration;
    }

    @Test
    void saysWhatToDoWhereThereIsNothing() {
        OrganizationId empty = visitors.organization();
        MockMvcTester newcomer = visitors.member(empty, Role.MEMBER);

        assertThat(newcomer.get().uri("/clients")).bodyText().contains("No clients yet", "/clients/new");
        assertThat(newcomer.get().uri("/contacts")).bodyText().contains("No contacts yet", "/contacts/new");
        assertThat(newcomer.get().uri("/clients?search=x"))
                .bodyText()
                .contains("No clients fit these filters.", "Clear filters");
    }

    @Test
    void showsAClientWithItsSource() {
        assertThat(text("/clients/" + northwind))
                .contains("<h1>Northwind &amp; Söhne</h1>", "+44 117", "Ana Müller", "Activity")
                .contains("29683725", "91234", "Company type", "Strategic Account", "30 Mar 2016")
                .contains("North &lt;b&gt;", "Hidden by Autotask", "1 May 2024", "ID 29")
                .doesNotContain("********", "Empty", "Category", "??");
    }

    @Test
    void showsAContactWithItsClient() {
        assertThat(text("/contacts/" + ana))
                .contains("Ana Müller", "/clients/" + northwind, "mailto:ana@northwind.example")
                .doesNotContain("??");
        assertThat(text("/contacts?client=" + northwind))
                .contains("Of Northwind &amp; Söhne", "1–1 of 1 active contact");
        assertThat(text("/clients/" + northwind + "/contacts")).contains("Ana Müller");
    }

    @Test
    void savesAForm() {
        MvcTestResult saved = owner.post()
                .uri("/clients/" + northwind)
                .param("name", "Northwind Ltd")
                .param("number", "")
                .param("type", "PARTNER")
                .param("status", "ACTIVE")
                .param("_taxExempt", "on")
                .param("notes", "First line\n<i>second</i>")
                .param("version", "0")
                .exchange();

        assertThat(saved).hasStatus3xxRedirection().hasRedirectedUrl("/clients/" + northwind);
        assertThat(text("/clients/" + northwind))
                .contains("Northwind Ltd", "Partner", "<p>First line</p>", "<p>&lt;i&gt;second&lt;/i&gt;</p>")
                .doesNotContain("C-1042");
        assertThat(text("/clients/" + northwind + "/activity")).contains("Client", "Zoë Lindqvist", "Northwind Ltd");
    }

    @Test
    void showsARefusedFormAgainWithWhatWasEntered() {
        MvcTestResult refused = owner.post()
                .uri("/clients/" + northwind)
                .param("name", " ")
                .param("website", "ftp://x.example")
                .param("notes", "kept <i>")
                .param("taxExempt", "true")
                .exchange();

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refused)
                .bodyText()
                .contains("Enter a name.", "Enter a web address that begins with", "ftp://x.example", "kept &lt;i&gt;")
                .contains("aria-invalid=\"true\"", "checked=\"checked\"");
    }

    @Test
    void keepsWhatWasEnteredWhenSomebodyElseWasFaster() {
        jdbc.sql("update crm_client set version = 5 where id = ?")
                .param(northwind)
                .update();

        MvcTestResult late = owner.post()
                .uri("/clients/" + northwind)
                .param("name", "Mine")
                .param("version", "0")
                .exchange();

        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(late).bodyText().contains("Somebody else changed this record", "value=\"Mine\"");
    }

    @Test
    void addsAContactToTheChosenClient() {
        assertThat(text("/contacts/new?search=north")).contains("/contacts/new?client=" + northwind);
        assertThat(text("/contacts/new?client=" + northwind)).contains("At Northwind &amp; Söhne");

        MvcTestResult created = owner.post()
                .uri("/contacts")
                .param("clientId", northwind.toString())
                .param("lastName", "Berg")
                .param("otherEmails", "a@b.example\nc@d.example")
                .param("_receivesEmailNotifications", "on")
                .param("primary", "true")
                .exchange();

        assertThat(created).hasStatus3xxRedirection();
        assertThat(text(created.getResponse().getRedirectedUrl()))
                .contains("Berg", "Primary", "a@b.example", "c@d.example");
        assertThat(jdbc.sql(
                                "select receives_email_notifications from crm_contact where last_name = 'Berg' and client_id = ?")
                        .param(northwind)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void movesAContact() {
        UUID contoso = Samples.id();
        clients.save(organization, List.of(Samples.fresh(contoso, 5, Samples.client("Contoso"))), true);

        assertThat(text("/contacts/" + ana + "/client?search=cont")).contains("Choose Contoso");
        assertThat(owner.post().uri("/contacts/" + ana + "/client").param("client", contoso.toString()))
                .hasRedirectedUrl("/contacts/" + ana);

        assertThat(text("/contacts/" + ana)).contains("Contoso");
    }

    @Test
    void hangsAClientBelowAnother() {
        UUID group = Samples.id();
        clients.save(organization, List.of(Samples.fresh(group, 5, Samples.client("Northwind Group"))), true);

        assertThat(text("/clients/" + northwind + "/parent?search=group")).contains("Choose Northwind Group");
        assertThat(owner.post().uri("/clients/" + northwind + "/parent").param("parent", group.toString()))
                .hasRedirectedUrl("/clients/" + northwind);
        assertThat(text("/clients/" + group)).contains("Northwind &amp; Söhne");

        assertThat(owner.post().uri("/clients/" + group + "/parent").param("parent", northwind.toString()))
                .hasRedirectedUrl("/clients/" + group + "/parent");
        assertThat(owner.post().uri("/clients/" + northwind + "/parent")).hasRedirectedUrl("/clients/" + northwind);
        assertThat(text("/clients/" + group)).doesNotContain("Northwind &amp; Söhne");
    }

    @Test
    void deactivatesAndActivates() {
        owner.post()
                .uri("/clients/" + northwind + "/status")
                .param("status", "INACTIVE")
                .exchange();
        assertThat(text("/clients")).doesNotContain("Northwind &amp;");
        assertThat(text("/clients?status=INACTIVE")).contains("Northwind &amp;", "1–1 of 1 inactive client");

        owner.post()
                .uri("/contacts/" + ana + "/status")
                .param("status", "INACTIVE")
                .exchange();
        assertThat(text("/contacts?status=any")).contains("Ana Müller");
    }

    @Test
    void deletesAfterAsking() {
        assertThat(text("/clients/" + northwind + "/delete")).contains("Delete Northwind &amp; Söhne?", "Keep client");
        assertThat(owner.post().uri("/clients/" + northwind + "/delete")).hasRedirectedUrl("/clients/" + northwind);

        assertThat(text("/contacts/" + ana + "/delete")).contains("Delete Ana Müller?");
        assertThat(owner.post().uri("/contacts/" + ana + "/delete")).hasRedirectedUrl("/contacts");
        assertThat(owner.post().uri("/clients/" + northwind + "/delete")).hasRedirectedUrl("/clients");
        assertThat(get("/clients/" + northwind)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void showsWhatTheRoleMayDo(Role role) {
        MockMvcTester member = visitors.member(organization, role);
        boolean allowed = role != Role.MEMBER;

        String page = body(member.get().uri("/clients/" + northwind).exchange());

        assertThat(page.contains("/delete")).isEqualTo(allowed);
        assertThat(page.contains("/activity")).isEqualTo(allowed);
        HttpStatus expected = allowed ? HttpStatus.OK : HttpStatus.FORBIDDEN;
        assertThat(member.get().uri("/clients/" + northwind + "/delete")).hasStatus(expected);
        assertThat(member.get().uri("/clients/" + northwind + "/activity")).hasStatus(expected);
        assertThat(member.get().uri("/contacts/" + ana + "/activity")).hasStatus(expected);
        assertThat(member.get().uri("/clients/" + northwind + "/edit")).hasStatusOk();
        assertThat(member.get().uri("/contacts/" + ana + "/edit")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/edit", "/contacts", "/activity", "/parent", "/delete"})
    void showsNoClientOfAnotherOrganization(String page) {
        MockMvcTester stranger = visitors.member(visitors.organization(), Role.OWNER);

        assertThat(stranger.get().uri("/clients/" + northwind + page)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/edit", "/activity", "/client", "/delete"})
    void showsNoContactOfAnotherOrganization(String page) {
        MockMvcTester stranger = visitors.member(visitors.organization(), Role.OWNER);

        assertThat(stranger.get().uri("/contacts/" + ana + page)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult get(String address) {
        return owner.get().uri(java.net.URI.create(address)).exchange();
    }

    private String text(String address) {
        MvcTestResult page = get(address);
        assertThat(page).hasStatusOk();
        return body(page);
    }

    private static String body(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
