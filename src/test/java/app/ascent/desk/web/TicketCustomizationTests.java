package app.ascent.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.desk.SystemStatus;
import app.ascent.desk.TicketCategoryId;
import app.ascent.desk.TicketImports;
import app.ascent.desk.TicketSamples;
import app.ascent.desk.TicketStatusId;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What tickets can be and be about, as an admin sets it up in the API and on its page. */
@CrmWebTest
class TicketCustomizationTests {

    private static final String STATUSES = "/api/v1/ticket-statuses";
    private static final String CATEGORIES = "/api/v1/ticket-categories";
    private static final String PAGE = "/admin/ticket-customization";

    private final Visitors visitors;
    private final ClientImports clients;
    private final TicketImports tickets;
    private final JdbcClient jdbc;
    private final ClientId northwind = new ClientId(Samples.id());
    private OrganizationId organization;
    private MockMvcTester admin;

    @Autowired
    TicketCustomizationTests(Visitors visitors, ClientImports clients, TicketImports tickets, JdbcClient jdbc) {
        this.visitors = visitors;
        this.clients = clients;
        this.tickets = tickets;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anAdmin() {
        organization = visitors.organization();
        admin = visitors.member(organization, Role.ADMIN);
        clients.save(organization, List.of(Samples.fresh(northwind.value(), 1, Samples.client("Northwind"))), true);
    }

    @Test
    void beginsWithTheStatusesThatEveryOrganizationHas() {
        MvcTestResult listed = admin.get().uri(STATUSES).exchange();

        assertThat(listed)
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray()
                .containsExactly("New", "Open", "In Progress", "Waiting", "Resolved", "Closed");
        assertThat(JsonPath.<List<String>>read(body(listed), "$.items[?(@.closed == true)].name"))
                .containsExactly("Resolved", "Closed");
        assertThat(JsonPath.<List<String>>read(body(listed), "$.items[?(@.default == true)].name"))
                .containsExactly("New");
        assertThat(listed).bodyJson().extractingPath("$.total").isEqualTo(6);
        assertThat(admin.get().uri(STATUSES + "?size=2&page=2"))
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray()
                .containsExactly("Resolved", "Closed");
    }

    @Test
    void addsAndChangesAStatus() {
        MvcTestResult created = status("{\"name\": \" Parked \", \"colour\": \"PURPLE\"}");
        assertThat(created).hasStatus(HttpStatus.CREATED);
        assertThat(created).bodyJson().extractingPath("$.name").isEqualTo("Parked");
        assertThat(created).bodyJson().extractingPath("$.system").isEqualTo(false);

        MvcTestResult changed = send(
                admin.put().uri(STATUSES + "/" + id(created)),
                "{\"name\": \"Put aside\", \"colour\": \"RED\", \"version\": 0}");
        assertThat(changed).bodyJson().extractingPath("$.name").isEqualTo("Put aside");
        assertThat(send(admin.put().uri(STATUSES + "/" + id(created)), "{\"name\": \"Mine\", \"version\": 0}"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(entries(id(created))).hasSize(2).last().asString().contains("Parked", "Put aside", "Red");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {}                                                        | name    | Enter a name.
            {"name": "123456789012345678901234567890123456789012345678901"} | name | Shorten this to 50 characters or fewer.
            {"name": "waiting"}                                       | name    | There is one of this name already.
            {"name": "Parked", "colour": "PINK"}                      | colour  | Choose one of the values offered.
            {"name": "Parked", "closed": true, "default": true}       | default | A new ticket cannot be closed: choose one that is open.
            """)
    void saysWhatIsWrongWithAStatus(String json, String field, String message) {
        MvcTestResult refused = status(json);

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].message").isEqualTo(message);
    }

    @Test
    void hasOneDefault() {
        String parked = id(status("{\"name\": \"Parked\", \"default\": true}"));

        assertThat(presets()).containsExactly("Parked");
        assertThat(send(admin.put().uri(STATUSES + "/" + parked), "{\"name\": \"Parked\"}"))
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("Make another status the default one instead.");
        String ticket = id(ticket("Printer jams"));
        assertThat(admin.get().uri("/api/v1/tickets/" + ticket))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("Parked");

        assertThat(admin.delete().uri(STATUSES + "/" + parked + "?moveTo=" + SystemStatus.WAITING.id()))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(presets()).containsExactly("New");
        assertThat(admin.get().uri("/api/v1/tickets/" + ticket))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("Waiting");
        assertThat(entries(ticket)).last().asString().contains("Parked", "Waiting");
    }

    @Test
    void keepsSystemStatuses() {
        TicketStatusId open = SystemStatus.OPEN.id();
        for (String json : List.of(
                "{\"name\": \"Offen\", \"colour\": \"BLUE\"}",
                "{\"name\": \"Open\", \"colour\": \"RED\"}",
                "{\"name\": \"Open\", \"colour\": \"BLUE\", \"closed\": true}")) {
            MvcTestResult refused = send(admin.put().uri(STATUSES + "/" + open), json);
            assertThat(refused).as(json).hasStatus(HttpStatus.CONFLICT);
            assertThat(refused).bodyJson().extractingPath("$.type").asString().endsWith("/system-status");
        }
        assertThat(admin.delete().uri(STATUSES + "/" + open)).hasStatus(HttpStatus.CONFLICT);
        assertThat(send(
                        admin.put().uri(STATUSES + "/" + open),
                        "{\"name\": \"Open\", \"colour\": \"BLUE\", \"default\": true}"))
                .hasStatusOk();
        assertThat(presets()).containsExactly("Open");
    }

    @Test
    void keepsAStatusThatTicketsHave() {
        String parked = id(status("{\"name\": \"Parked\"}"));
        String imported = ticketWith(parked);

        MvcTestResult refused = admin.delete().uri(STATUSES + "/" + parked).exchange();
        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(refused).bodyJson().extractingPath("$.type").asString().endsWith("/ticket-status-in-use");
        assertThat(body(refused)).contains("1 ticket");
        assertThat(admin.delete().uri(STATUSES + "/" + parked + "?moveTo=" + parked))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        assertThat(admin.delete().uri(STATUSES + "/" + parked + "?moveTo=" + SystemStatus.CLOSED.id()))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(shown(imported, "$.closed")).isEqualTo(true);
        assertThat(shown(imported, "$.closedAt")).isNotNull();
    }

    @Test
    void closesAndOpensTicketsWithTheirStatus() {
        String parked = id(status("{\"name\": \"Parked\"}"));
        String imported = ticketWith(parked);

        send(admin.put().uri(STATUSES + "/" + parked), "{\"name\": \"Parked\", \"closed\": true}");
        assertThat(shown(imported, "$.closed")).isEqualTo(true);
        assertThat(shown(imported, "$.closedAt")).isNotNull();

        send(admin.put().uri(STATUSES + "/" + parked), "{\"name\": \"Parked\", \"closed\": false}");
        assertThat(shown(imported, "$.closed")).isEqualTo(false);
        assertThat(shown(imported, "$.closedAt")).isNull();
    }

    @Test
    void addsChangesAndDeletesACategory() {
        MvcTestResult created = category("{\"name\": \"Hardware\", \"colour\": \"AMBER\"}");
        assertThat(id(created))
                .as("an import means the same")
                .isEqualTo(TicketCategoryId.named("hardware").toString());
        assertThat(category("{\"name\": \"HARDWARE\"}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        send(admin.put().uri(CATEGORIES + "/" + id(created)), "{\"name\": \"Devices\"}");
        assertThat(category("{\"name\": \"Hardware\"}")).hasStatus(HttpStatus.CREATED);

        String ticket = id(send(
                admin.post().uri("/api/v1/tickets"),
                "{\"subject\": \"Printer jams\", \"clientId\": \"%s\", \"categoryId\": \"%s\"}"
                        .formatted(northwind, id(created))));
        assertThat(shown(ticket, "$.category")).isEqualTo("Devices");
        assertThat(listed("categoryId=" + id(created))).containsExactly(ticket);

        assertThat(admin.delete().uri(CATEGORIES + "/" + id(created))).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(shown(ticket, "$.category")).isNull();
        assertThat(entries(ticket)).last().asString().contains("Category", "Devices");
        assertThat(entries(id(created))).last().asString().contains("DELETE");
    }

    @Test
    void isForAdminsAndOfOneOrganization() {
        MockMvcTester member = visitors.member(organization, Role.MEMBER);
        MockMvcTester other = visitors.member(visitors.organization(), Role.OWNER);
        String parked = id(status("{\"name\": \"Parked\"}"));
        String hardware = id(category("{\"name\": \"Hardware\"}"));

        for (String address : List.of(STATUSES + "/" + parked, CATEGORIES + "/" + hardware)) {
            assertThat(member.get().uri(address)).hasStatusOk();
            assertThat(send(member.put().uri(address), "{\"name\": \"Mine\"}")).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(member.delete().uri(address)).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(other.get().uri(address)).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(send(other.put().uri(address), "{\"name\": \"Mine\"}")).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(other.delete().uri(address)).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(send(member.post().uri(STATUSES), "{\"name\": \"Mine\"}")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(send(member.post().uri(CATEGORIES), "{\"name\": \"Mine\"}")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(member.get().uri(PAGE)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(admin.get().uri(PAGE)).hasStatusOk();
    }

    /** Or whoever deletes it without a look would have the work of years open again. */
    @Test
    void keepsClosedWhatLosesItsClosedStatus() {
        assertThat(admin.post()
                        .uri(PAGE + "/statuses")
                        .param("name", "Billed")
                        .param("colour", "GREY")
                        .param("closed", "true"))
                .hasRedirectedUrl(PAGE);
        String billed = JsonPath.<List<String>>read(
                        body(admin.get().uri(STATUSES).exchange()), "$.items[?(@.name == 'Billed')].id")
                .getFirst();
        ticketWith(billed);

        assertThat(body(admin.get()
                        .uri(PAGE + "/statuses/" + billed + "/delete")
                        .exchange()))
                .containsPattern(SystemStatus.CLOSED.id() + "\"[^>]*selected")
                .contains("the tickets are open again");
    }

    @Test
    void isSetUpOnItsPage() {
        assertThat(body(admin.get().uri(PAGE).exchange()))
                .contains(
                        "In Progress",
                        "No categories yet",
                        "href=\"" + PAGE + "/statuses/new\"",
                        ">Ticket Customization<");

        assertThat(admin.post().uri(PAGE + "/statuses").param("name", "Parked").param("colour", "RED"))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl(PAGE);
        assertThat(admin.post()
                        .uri(PAGE + "/categories")
                        .param("name", "Hardware")
                        .param("colour", "RED"))
                .hasRedirectedUrl(PAGE);
        MvcTestResult refused =
                admin.post().uri(PAGE + "/statuses").param("name", "parked").exchange();
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(refused)).contains("There is one of this name already.", "value=\"parked\"");

        String parked = JsonPath.<List<String>>read(
                        body(admin.get().uri(STATUSES).exchange()), "$.items[?(@.name == 'Parked')].id")
                .getFirst();
        ticketWith(parked);
        String status = PAGE + "/statuses/" + parked;
        assertThat(body(admin.get().uri(status + "/delete").exchange()))
                .contains("1 ticket has it", ">Waiting</option>");
        assertThat(admin.get().uri(status + "/edit")).hasStatusOk().bodyText().contains("value=\"Parked\"");
        assertThat(admin.post().uri(status).param("name", "Put aside").param("colour", "BLUE"))
                .hasRedirectedUrl(PAGE);
        assertThat(admin.post()
                        .uri(status + "/delete")
                        .param("moveTo", SystemStatus.OPEN.id().toString()))
                .hasRedirectedUrl(PAGE);

        String hardware = PAGE + "/categories/" + TicketCategoryId.named("Hardware");
        assertThat(admin.get().uri(hardware + "/edit")).hasStatusOk().bodyText().contains("value=\"Hardware\"");
        assertThat(admin.post().uri(hardware).param("name", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(admin.get().uri(hardware + "/delete")).hasStatusOk();
        assertThat(admin.post().uri(hardware + "/delete")).hasRedirectedUrl(PAGE);
        assertThat(body(admin.get().uri(PAGE).exchange()))
                .contains("No categories yet")
                .doesNotContain("Put aside");
    }

    /** Of a system status its form offers the default alone, and takes nothing else. */
    @Test
    void changesOfASystemStatusOnlyThatItIsTheDefault() {
        String open = PAGE + "/statuses/" + SystemStatus.OPEN.id();
        assertThat(admin.get().uri(open + "/edit")).bodyText().doesNotContain("name=\"name\"");

        assertThat(admin.post().uri(open).param("name", "Offen").param("default", "true"))
                .hasRedirectedUrl(PAGE);

        assertThat(presets()).containsExactly("Open");
        assertThat(admin.post().uri(open + "/delete")).hasRedirectedUrl(PAGE);
        assertThat(presets()).containsExactly("Open");
    }

    private List<String> presets() {
        return JsonPath.read(body(admin.get().uri(STATUSES).exchange()), "$.items[?(@.default == true)].name");
    }

    private MvcTestResult ticket(String subject) {
        return send(
                admin.post().uri("/api/v1/tickets"),
                "{\"subject\": \"%s\", \"clientId\": \"%s\"}".formatted(subject, northwind));
    }

    private String ticketWith(String status) {
        UUID id = Samples.id();
        tickets.save(
                organization,
                List.of(Samples.fresh(
                        id,
                        21,
                        TicketSamples.with(
                                TicketSamples.ticket(northwind, "Printer jams"),
                                "statusId",
                                new TicketStatusId(UUID.fromString(status))))),
                true);
        return id.toString();
    }

    private Object shown(String ticket, String path) {
        return JsonPath.read(body(admin.get().uri("/api/v1/tickets/" + ticket).exchange()), path);
    }

    private List<String> listed(String query) {
        return JsonPath.read(body(admin.get().uri("/api/v1/tickets?" + query).exchange()), "$.items[*].id");
    }

    private MvcTestResult status(String json) {
        return send(admin.post().uri(STATUSES), json);
    }

    private MvcTestResult category(String json) {
        return send(admin.post().uri(CATEGORIES), json);
    }

    private List<String> entries(String id) {
        return jdbc.sql(
                        "select action || ' ' || changes::text from audit_entry where organization_id = ? and entity_id = ? order by at, id")
                .params(organization.value(), id)
                .query(String.class)
                .list();
    }

    private static MvcTestResult send(MockMvcTester.MockMvcRequestBuilder request, String json) {
        return request.contentType(MediaType.APPLICATION_JSON).content(json).exchange();
    }

    private static String id(MvcTestResult created) {
        return JsonPath.read(body(created), "$.id");
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
