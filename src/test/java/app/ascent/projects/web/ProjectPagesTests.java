package app.ascent.projects.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import app.ascent.projects.ProjectImports;
import app.ascent.projects.ProjectSamples;
import app.ascent.record.Provenance;
import app.ascent.record.imports.ImportedRecord;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

@CrmWebTest
class ProjectPagesTests {

    private final Visitors visitors;
    private final ClientImports clients;
    private final JdbcClient jdbc;
    private final ProjectImports imports;
    private final UUID northwind = Samples.id();
    private OrganizationId organization;
    private MockMvcTester owner;

    @Autowired
    ProjectPagesTests(Visitors visitors, ClientImports clients, ProjectImports imports, JdbcClient jdbc) {
        this.visitors = visitors;
        this.clients = clients;
        this.jdbc = jdbc;
        this.imports = imports;
    }

    @BeforeEach
    void anOwnerWithAClient() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        clients.save(organization, List.of(Samples.fresh(northwind, 1, Samples.client("Northwind & Söhne"))), true);
    }

    @Test
    void begins() {
        assertThat(text("/projects"))
                .contains("No projects yet", "/projects/new", "Import from Autotask")
                .doesNotContain("??");
        assertThat(text("/projects/new")).contains("Northwind &amp; Söhne", "/projects/new?client=" + northwind);
        assertThat(text("/projects/new?client=" + northwind))
                .contains("For Northwind &amp; Söhne", "Zoë Lindqvist", "type=\"date\"")
                .doesNotContain("??");
    }

    @Test
    void leadsFromTheFormToThePageAndTheList() {
        String page = created();

        assertThat(text(page))
                .contains("<h1>Network renewal</h1>", "Client project", "Active", "Northwind &amp; Söhne", "PRJ-")
                .contains("140:00 h", "30%", "Core pair waits", "Jonas Østergaard")
                .doesNotContain("??");
        assertThat(text("/projects"))
                .contains("Network renewal", "Jonas Østergaard", "30%", "1–1 of 1 open project")
                .doesNotContain("??");
        assertThat(text("/projects?clientName=northwind&sort=end"))
                .contains("Of Northwind &amp; Söhne", "aria-sort=\"ascending\"");
        assertThat(text(page + "/activity")).contains("Create");
        assertThat(text("/admin/audit-logs?entity=Project")).contains("Network renewal");
    }

    /** It stands on the pages of its client and of its contract, and is counted behind them. */
    @Test
    void standsOnThePagesOfItsClientAndItsContract() {
        String contract = contract();
        created("/projects", Map.of("contractId", contract.substring(contract.lastIndexOf('/') + 1)));
        String client = "/clients/" + northwind;

        assertThat(text(client)).contains("Network renewal", "/projects?status=any&amp;client=" + northwind);
        assertThat(text(client + "/tabs?at=overview")).contains("Projects <span class=\"count\">1</span>");
        assertThat(text(contract)).contains("Network renewal", "/projects/new?client=" + northwind);
        assertThat(text(contract + "/tabs?at=overview")).contains("Projects <span class=\"count\">1</span>");
        assertThat(text("/projects?status=any&contract=" + contract.substring(contract.lastIndexOf('/') + 1)))
                .contains("Under Fixed price", "Network renewal");
        assertThat(text("/projects?status=any&contract=" + UUID.randomUUID())).doesNotContain("Network renewal");
        assertThat(text(contract + "/delete")).contains("It is taken out of 1 project");
    }

    /** A bare number is one of hours for people, though programs send minutes. */
    @Test
    void takesHoursAsPeopleWriteThem() {
        String page = created("/projects", Map.of("estimatedMinutes", "8", "actualMinutes", "1.5"));

        assertThat(text(page)).contains("8:00 h", "1:30 h");
        assertThat(text(page + "/edit")).contains("value=\"8:00\"", "value=\"1:30\"");

        created(page, Map.of("estimatedMinutes", "9:15", "actualMinutes", "1:30"));
        assertThat(text(page + "/activity")).contains("<b>Estimated</b>", "<del>8:00</del>", "<ins>9:15</ins>");
    }

    @Test
    void keepsWhatWasEnteredBesideWhatIsWrong() {
        MvcTestResult refused = owner.post()
                .uri("/projects")
                .param("clientId", northwind.toString())
                .param("name", "")
                .param("type", "CLIENT")
                .param("status", "ACTIVE")
                .param("startDate", "2026-05-01")
                .param("endDate", "2026-04-30")
                .param("estimatedMinutes", "a lot")
                .param("percentComplete", "120")
                .exchange();

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(refused))
                .contains(
                        "Enter a name.",
                        "Choose a date that is not before the start date.",
                        "Enter hours and minutes like 12:30",
                        "Enter a whole number from 0 to 100.")
                .contains("value=\"a lot\"", "value=\"120\"", "value=\"2026-04-30\"");
    }

    /** It is shown, told of before the project is deleted, and goes with it. */
    @Test
    void keepsWhatIsSaidAsLongAsTheProject() {
        String page = created();
        String conversation = "/conversation" + page;
        assertThat(text(page)).contains("<h2 id=\"conversation-title\">Conversation</h2>");

        assertThat(owner.post()
                        .uri(conversation)
                        .param("body", "Core pair is racked.")
                        .param("visibility", "INTERNAL"))
                .hasStatus3xxRedirection();

        assertThat(text(page)).contains("Core pair is racked.").doesNotContain("??");
        assertThat(text(page + "/activity"))
                .contains("<li><ins>Internal note added</ins></li>")
                .doesNotContain("What happened");
        assertThat(text(page + "/delete")).contains("1 entry of its conversation");
        assertThat(owner.post().uri(page + "/delete")).hasStatus3xxRedirection();
        assertThat(said()).isZero();
        assertThat(owner.get().uri(conversation)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private long said() {
        return jdbc.sql("select count(*) from conversation_entry where organization_id = ?")
                .param(organization.value())
                .query(Long.class)
                .single();
    }

    @Test
    void editsAndDeletes() {
        String page = created();

        assertThat(text(page + "/edit"))
                .contains("value=\"140:00\"", "value=\"2026-02-03\"")
                .doesNotContain("??");
        assertThat(text(page + "/delete"))
                .contains("Delete Network renewal?", "The project is removed for good.")
                .doesNotContain("its migration", "??");
        assertThat(owner.post().uri(page + "/delete")).hasStatus3xxRedirection();

        assertThat(owner.get().uri(page)).hasStatus(HttpStatus.NOT_FOUND);
    }

    /** The form says nothing of when it was completed, which is kept all the same. */
    @Test
    void keepsWhenItWasCompleted() {
        String page = created("/projects", Map.of("status", "COMPLETED"));
        String at = completedAt(page);
        assertThat(at).isNotEmpty();

        created(page, Map.of("status", "COMPLETED", "completedAt", at, "statusNote", "All done"));
        assertThat(completedAt(page)).isEqualTo(at);

        created(page, Map.of("status", "ACTIVE", "completedAt", at));
        assertThat(completedAt(page)).isEmpty();
    }

    private String completedAt(String page) {
        return text(page + "/edit").split("name=\"completedAt\" value=\"")[1].split("\"")[0];
    }

    @Test
    void showsTheOldNumberWithTheNewOne() {
        UUID id = Samples.id();
        imports.save(
                organization,
                List.of(
                        new ImportedRecord<>(
                                id,
                                true,
                                new Provenance(Samples.SYSTEM, Samples.DATABASE, 30_044_127),
                                ProjectSamples.project(
                                        new ClientId(northwind), "Network renewal", LocalDate.of(2026, 2, 3)),
                                """
                        {"originals": {"createDateTime": "2026-01-30T09:00:00Z", "laborEstimatedCosts": "2400"}}""")),
                true);

        assertThat(text("/projects/" + id))
                .contains("PRJ-2602001", "P20260203.0002", "Old number", "Imported from Autotask")
                .contains("<dt>Created</dt>", "<dt>Estimated cost of labor</dt>")
                .doesNotContain("??");
        assertThat(text("/projects/" + id + "/delete"))
                .contains("removed for good. A later run of its migration does not bring it back");
        assertThat(text("/projects?search=P20260203.0002")).contains("PRJ-2602001 · P20260203.0002");
    }

    @Test
    void narrowsTheListToALeadAndAStatus() {
        created();

        assertThat(text("/projects?lead=" + UUID.randomUUID())).contains("No projects fit these filters.");
        assertThat(text("/projects?status=ON_HOLD")).contains("No projects fit these filters.");
        assertThat(text("/projects?status=ACTIVE")).contains("1–1 of 1 active project");
    }

    @Test
    void tellsWhereASearchWouldHaveFoundIt() {
        created();

        assertThat(text("/projects?search=network&status=CANCELLED"))
                .contains("1 project fits without the other filters", "Network renewal");
    }

    @Test
    void offersMembersNothingTheyMayNot() {
        String page = created();
        MockMvcTester member = visitors.member(organization, Role.MEMBER);

        assertThat(body(member.get().uri(page).exchange())).contains("/edit").doesNotContain("/delete", "Activity");
        assertThat(member.get().uri("/projects/new")).hasStatusOk();
        assertThat(member.get().uri(page + "/delete")).hasStatus(HttpStatus.FORBIDDEN);
    }

    private String created() {
        return created("/projects", Map.of());
    }

    private String contract() {
        return sent(
                "/contracts",
                Map.of(
                        "clientId", northwind.toString(),
                        "name", "Fixed price",
                        "type", "PROJECT",
                        "status", "ACTIVE",
                        "startDate", "2026-01-01"));
    }

    /** @param input beside that of a usual project, where it is one */
    private String created(String list, Map<String, String> input) {
        Map<String, String> all = new HashMap<>(Map.of(
                "clientId", northwind.toString(),
                "name", "Network renewal",
                "type", "CLIENT",
                "status", "ACTIVE",
                "leadName", "Jonas Østergaard",
                "startDate", "2026-02-03",
                "estimatedMinutes", "140",
                "percentComplete", "30",
                "statusNote", "Core pair waits\r\nfor a power socket"));
        all.putAll(input);
        return sent(list, all);
    }

    private String sent(String list, Map<String, String> input) {
        MvcTestResult created = owner.post()
                .uri(list)
                .formFields(MultiValueMap.fromSingleValue(input))
                .exchange();
        assertThat(created).hasStatus3xxRedirection();
        return Objects.requireNonNull(created.getResponse().getHeader("Location"));
    }

    private String text(String path) {
        MvcTestResult page = owner.get().uri(path).exchange();
        assertThat(page).as(path).hasStatusOk();
        return body(page);
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
