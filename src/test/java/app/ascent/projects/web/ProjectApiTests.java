package app.ascent.projects.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.RecordApiContract;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import app.ascent.projects.ProjectImports;
import app.ascent.projects.ProjectSamples;
import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ProjectApiTests extends RecordApiContract {

    private static final String PROJECTS = "/api/v1/projects";

    private final ProjectImports imports;

    @Autowired
    ProjectApiTests(Visitors visitors, ClientImports clients, ProjectImports imports, JdbcClient jdbc) {
        super(visitors, clients, jdbc);
        this.imports = imports;
    }

    @Override
    protected String address() {
        return PROJECTS;
    }

    @Override
    protected List<String> fields() {
        return List.of(
                "actualMinutes",
                "clientId",
                "completedAt",
                "contractId",
                "createdAt",
                "description",
                "endDate",
                "estimatedMinutes",
                "id",
                "leadId",
                "leadName",
                "name",
                "number",
                "percentComplete",
                "source",
                "startDate",
                "status",
                "statusNote",
                "type",
                "updatedAt",
                "version");
    }

    @Override
    protected String json(String more) {
        return "{\"name\": \"Network renewal\", \"clientId\": \"%s\"%s}".formatted(northwind, more);
    }

    @Override
    protected String edit() {
        return ", \"statusNote\": \"theirs\"";
    }

    @Override
    protected String one() {
        return "1 project";
    }

    @Test
    void keepsWhatWasSent() {
        MvcTestResult created = post(
                """
                , "type": "INTERNAL", "status": "ACTIVE", "leadId": "%s", "contractId": "%s", "startDate": "2026-02-03",
                "endDate": "2026-06-30", "estimatedMinutes": 8400, "actualMinutes": "44:00", "percentComplete": 30,
                "statusNote": "waits"
                """
                        .formatted(user(), contract(northwind)));

        assertThat(created).bodyJson().extractingPath("$.estimatedMinutes").isEqualTo(8400);
        assertThat(created).bodyJson().extractingPath("$.actualMinutes").isEqualTo(2640);
        assertThat(created).bodyJson().extractingPath("$.percentComplete").isEqualTo(30);
        assertThat(created).bodyJson().extractingPath("$.source").isNull();

        comesBack(created);
    }

    @Test
    void givesANumberOfTheMonthThatNobodyChanges() {
        String month = DateTimeFormatter.ofPattern("yyMM").format(YearMonth.now(ZoneOffset.UTC));
        MvcTestResult first = post(", \"number\": \"MINE-1\"");
        MvcTestResult second = post("");

        assertThat(first).bodyJson().extractingPath("$.number").isEqualTo("PRJ-" + month + "001");
        assertThat(second).bodyJson().extractingPath("$.number").isEqualTo("PRJ-" + month + "002");
        assertThat(put(id(second), json(", \"number\": \"PRJ-" + month + "001\"")))
                .bodyJson()
                .extractingPath("$.number")
                .isEqualTo("PRJ-" + month + "002");
    }

    /** Whoever is refused takes no number, so that none is missing. */
    @Test
    void givesNoNumberToWhatIsRefused() {
        post("");
        post(", \"name\": \"\"");

        assertThat(post("")).bodyJson().extractingPath("$.number").asString().endsWith("002");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            name             | ""                     | Enter a name.
            clientId         | null                   | Choose a client.
            clientId         | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            contractId       | "7e8dd1ab-0000-7000-8000-000000000000" | Choose a contract of this client.
            leadId           | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            type             | "LARGE"                | Choose one of the values offered.
            status           | "OPEN"                 | Choose one of the values offered.
            endDate          | "2025-12-31", "startDate": "2026-01-01" | Choose a date that is not before the start date.
            completedAt      | "2026-04-19"           | Enter a time like 2026-04-19T16:31:00Z, from 1900 to 2200.
            completedAt      | "+99999-01-01T00:00:00Z" | Enter a time like 2026-04-19T16:31:00Z, from 1900 to 2200.
            estimatedMinutes | -1                     | Enter hours and minutes like 12:30, up to 100,000 hours.
            estimatedMinutes | 6000001                | Enter hours and minutes like 12:30, up to 100,000 hours.
            estimatedMinutes | 1.5                    | Enter hours and minutes like 12:30, up to 100,000 hours.
            actualMinutes    | "a lot"                | Enter hours and minutes like 12:30, up to 100,000 hours.
            percentComplete  | 101                    | Enter a whole number from 0 to 100.
            percentComplete  | -1                     | Enter a whole number from 0 to 100.
            percentComplete  | "0x10"                 | Enter a whole number from 0 to 100.
            statusNote       | {}                     | Send a plain value, or a list of them.
            """)
    void saysWhatIsWrongAtItsField(String field, String value, String message) {
        refuses(field, value, message);
    }

    @Test
    void takesNoContractOfAnotherClientAndNoUserOfAnotherOrganization() {
        OrganizationId other = visitors.organization();
        visitors.member(other, Role.OWNER);

        assertThat(post(", \"contractId\": \"%s\"".formatted(contract(contoso))))
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("contractId");
        assertThat(post(", \"leadId\": \"%s\"".formatted(user(other))))
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("leadId");
    }

    /** A user has a name of their own. */
    @Test
    void hasNoNameBesideAUserWhoLeads() {
        assertThat(post(", \"leadId\": \"%s\", \"leadName\": \"Jonas\"".formatted(user())))
                .bodyJson()
                .extractingPath("$.leadName")
                .isNull();
        assertThat(post(", \"leadName\": \"Jonas\""))
                .bodyJson()
                .extractingPath("$.leadName")
                .isEqualTo("Jonas");
    }

    @Test
    void tellsWhenItWasCompletedUntilItGoesOn() {
        Instant before = Instant.now().minusSeconds(5);
        MvcTestResult created = post("");
        assertThat(created).bodyJson().extractingPath("$.completedAt").isNull();

        MvcTestResult completed = put(id(created), json(", \"status\": \"COMPLETED\""));
        String at = JsonPath.read(body(completed), "$.completedAt");
        assertThat(Instant.parse(at)).isAfter(before);
        assertThat(put(id(created), json(", \"status\": \"COMPLETED\", \"statusNote\": \"done\"")))
                .bodyJson()
                .extractingPath("$.completedAt")
                .isEqualTo(at);

        MvcTestResult reopened = put(
                id(created),
                body(completed).replace("COMPLETED", "ACTIVE").replaceFirst("\"version\":\\d+", "\"version\":2"));
        assertThat(reopened).bodyJson().extractingPath("$.completedAt").isNull();
        assertThat(put(id(created), json(", \"status\": \"COMPLETED\", \"completedAt\": \"2026-01-02T03:04:05Z\"")))
                .bodyJson()
                .extractingPath("$.completedAt")
                .isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void findsProjectsByWordsNumbersClientStatusAndLead() {
        MvcTestResult first = post(", \"leadId\": \"%s\"".formatted(user()));
        String network = id(first);
        String move = id(
                post(", \"name\": \"Relocation\", \"status\": \"COMPLETED\", \"clientId\": \"%s\"".formatted(contoso)));
        UUID imported = Samples.id();
        imports.save(
                organization,
                List.of(Samples.fresh(
                        imported,
                        30_044_127,
                        ProjectSamples.project(new ClientId(contoso), "Hand-over", LocalDate.of(2026, 2, 3)))),
                true);

        assertThat(listed("search=reloc")).containsExactly(move);
        assertThat(listed("search=" + JsonPath.<String>read(body(first), "$.number")))
                .containsExactly(network);
        assertThat(listed("search=P20260203.0002")).containsExactly(imported.toString());
        assertThat(listed("search=30044127")).containsExactly(imported.toString());
        assertThat(listed("clientId=" + northwind)).containsExactly(network);
        assertThat(listed("clientId=" + contoso + "&search=renewal")).isEmpty();
        assertThat(listed("status=COMPLETED")).containsExactly(move);
        assertThat(listed("leadId=" + user())).containsExactly(network);
    }

    @Test
    void tellsTheNumberThatTheSourceGave() {
        UUID imported = Samples.id();
        imports.save(
                organization,
                List.of(Samples.fresh(
                        imported,
                        30_044_127,
                        ProjectSamples.project(new ClientId(northwind), "Hand-over", LocalDate.of(2026, 2, 3)))),
                true);
        MvcTestResult shown = owner.get().uri(PROJECTS + "/" + imported).exchange();

        assertThat(shown).bodyJson().extractingPath("$.source.number").isEqualTo("P20260203.0002");
        assertThat(shown).bodyJson().extractingPath("$.source.id").isEqualTo("30044127");
        assertThat(shown).bodyJson().extractingPath("$.number").isEqualTo("PRJ-2602001");
        assertThat(shown).bodyJson().extractingPath("$.leadName").isEqualTo("Jonas Østergaard");
        assertThat(put(imported.toString(), body(shown).replace("Hand-over", "Handover")))
                .bodyJson()
                .extractingPath("$.source.number")
                .isEqualTo("P20260203.0002");
    }

    @Test
    void listsTheLatestStartFirst() {
        String early = id(post(", \"startDate\": \"2019-01-01\""));
        String late = id(post(", \"startDate\": \"2026-05-01\""));

        assertThat(listed("")).containsExactly(late, early);
    }

    @Test
    void goesOnWithoutAContractThatIsDeleted() {
        String contract = contract(northwind);
        String id = id(post(", \"contractId\": \"%s\"".formatted(contract)));

        assertThat(owner.delete().uri("/api/v1/contracts/" + contract)).hasStatus(HttpStatus.NO_CONTENT);

        MvcTestResult shown = owner.get().uri(PROJECTS + "/" + id).exchange();
        assertThat(shown).bodyJson().extractingPath("$.contractId").isNull();
        assertThat(shown).bodyJson().extractingPath("$.version").isEqualTo(1);
    }

    @Test
    void tellsTheAuditWhatChanged() {
        String id = id(post(""));
        put(id, json(", \"estimatedMinutes\": 90, \"endDate\": \"2026-12-31\", \"leadId\": \"%s\"".formatted(user())));
        owner.delete().uri(PROJECTS + "/" + id).exchange();

        List<String> entries = entries(id);

        assertThat(entries).hasSize(3);
        assertThat(entries.get(0)).contains("CREATE", "Northwind", "Network renewal");
        assertThat(entries.get(1))
                .contains("UPDATE", "90", "2026-12-31", "Zoë Lindqvist")
                .doesNotContain("Northwind");
        assertThat(entries.get(2)).contains("DELETE", "2026-12-31");
    }

    private String contract(UUID client) {
        return id(send(
                owner.post().uri("/api/v1/contracts"),
                "{\"name\": \"Care\", \"clientId\": \"%s\", \"type\": \"PROJECT\", \"startDate\": \"2026-01-01\"}"
                        .formatted(client)));
    }

    private UUID user() {
        return user(organization);
    }

    private UUID user(OrganizationId of) {
        return jdbc.sql("select id from identity_user where organization_id = ? order by id limit 1")
                .param(of.value())
                .query(UUID.class)
                .single();
    }
}
