package app.ascent.projects.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.CountedStatements;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import app.ascent.projects.ProjectId;
import app.ascent.projects.ProjectImports;
import app.ascent.projects.ProjectSamples;
import app.ascent.projects.TaskImports;
import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Tasks, as programs work with them. */
@CrmWebTest
@Import(CountedStatements.class)
class TaskApiTests {

    private static final String TASKS = "/api/v1/tasks";
    private static final String NOBODY = "7e8dd1ab-0000-7000-8000-000000000000";

    private final Visitors visitors;
    private final ClientImports clients;
    private final ProjectImports projects;
    private final TaskImports imports;
    private final CountedStatements statements;
    private final JdbcClient jdbc;
    private final UUID northwind = Samples.id();
    private final ProjectId network = new ProjectId(Samples.id());
    private final ProjectId server = new ProjectId(Samples.id());
    private OrganizationId organization;
    private MockMvcTester owner;

    @Autowired
    TaskApiTests(
            Visitors visitors,
            ClientImports clients,
            ProjectImports projects,
            TaskImports imports,
            CountedStatements statements,
            JdbcClient jdbc) {
        this.visitors = visitors;
        this.clients = clients;
        this.projects = projects;
        this.imports = imports;
        this.statements = statements;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void twoProjects() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        ClientId client = new ClientId(northwind);
        clients.save(organization, List.of(Samples.fresh(northwind, 1, Samples.client("Northwind"))), true);
        projects.save(
                organization,
                List.of(
                        Samples.fresh(network.value(), 11, ProjectSamples.project(client, "Network renewal", null)),
                        Samples.fresh(server.value(), 12, ProjectSamples.project(client, "New server", null))),
                true);
    }

    /** Programs rely on these names, and on nothing else being said. */
    @Test
    void answersWithTheseFields() {
        MvcTestResult created = post("");

        assertThat(created).hasStatus(HttpStatus.CREATED);
        assertThat(created).hasHeader("Location", TASKS + "/" + id(created));
        assertThat(JsonMapper.shared().readTree(body(created)).propertyNames())
                .containsExactlyInAnyOrder(
                        "actualMinutes",
                        "assigneeId",
                        "assigneeName",
                        "completedAt",
                        "createdAt",
                        "description",
                        "endDate",
                        "estimatedMinutes",
                        "id",
                        "number",
                        "people",
                        "phaseId",
                        "predecessorIds",
                        "priority",
                        "projectId",
                        "remainingMinutes",
                        "source",
                        "startDate",
                        "status",
                        "title",
                        "updatedAt",
                        "version");
    }

    @Test
    void keepsWhatWasSent() {
        String first = id(post(""));
        MvcTestResult created = post(
                """
                , "status": "WAITING", "priority": "HIGH", "phaseId": "%s", "assigneeId": "%s", "startDate": "2026-02-03",
                "people": [{"userId": "%s"}, {"name": "Priya Raman"}], "endDate": "2026-05-02", "estimatedMinutes": 480,
                "remainingMinutes": "3:30", "actualMinutes": 240, "description": "Rack it", "predecessorIds": ["%s"]
                """
                        .formatted(phase(network), user(), user(), first));

        assertThat(created).bodyJson().extractingPath("$.number").isEqualTo(2);
        assertThat(created).bodyJson().extractingPath("$.people[0].userId").isEqualTo(user());
        assertThat(created).bodyJson().extractingPath("$.people[1].name").isEqualTo("Priya Raman");
        assertThat(created).bodyJson().extractingPath("$.remainingMinutes").isEqualTo(210);
        assertThat(created).bodyJson().extractingPath("$.predecessorIds[0]").isEqualTo(first);
        assertThat(created).bodyJson().extractingPath("$.source").isNull();

        MvcTestResult again = put(id(created), body(created));

        assertThat(again).hasStatusOk();
        assertThat(body(again)).isEqualTo(body(created));
    }

    @Test
    void countsWithinTheProjectAndStaysInIt() {
        MvcTestResult first = post(", \"number\": 77");
        assertThat(first).bodyJson().extractingPath("$.number").isEqualTo(1);
        post(", \"title\": \"\"");
        assertThat(post("")).bodyJson().extractingPath("$.number").isEqualTo(2);
        assertThat(post(", \"projectId\": \"%s\"".formatted(server)))
                .bodyJson()
                .extractingPath("$.number")
                .isEqualTo(1);

        MvcTestResult moved = put(id(first), task(", \"projectId\": \"%s\", \"number\": 9".formatted(server)));

        assertThat(moved).bodyJson().extractingPath("$.projectId").isEqualTo(network.toString());
        assertThat(moved).bodyJson().extractingPath("$.number").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            title            | ""                     | Enter a title.
            projectId        | null                   | Choose a project.
            projectId        | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            phaseId          | "7e8dd1ab-0000-7000-8000-000000000000" | Choose a phase of this project.
            assigneeId       | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            people           | [{"userId": "7e8dd1ab-0000-7000-8000-000000000000"}] | Choose one that exists.
            people           | [{"name": ""}]         | Choose one that exists.
            people           | [{"age": 3}]           | Send a plain value, or a list of them.
            status           | "OPEN"                 | Choose one of the values offered.
            priority         | "URGENT"               | Choose one of the values offered.
            endDate          | "2025-12-31"           | Choose a date that is not before the start date.
            completedAt      | "2026-04-19"           | Enter a time like 2026-04-19T16:31:00Z, from 1900 to 2200.
            estimatedMinutes | -1                     | Enter hours and minutes like 12:30, up to 100,000 hours.
            remainingMinutes | 6000001                | Enter hours and minutes like 12:30, up to 100,000 hours.
            actualMinutes    | "a lot"                | Enter hours and minutes like 12:30, up to 100,000 hours.
            predecessorIds   | ["7e8dd1ab-0000-7000-8000-000000000000"] | Choose tasks of this project.
            predecessorIds   | ["seven"]              | Choose one that exists.
            """)
    void saysWhatIsWrongAtItsField(String field, String value, String message) {
        MvcTestResult refused = post(", \"startDate\": \"2026-01-01\", \"%s\": %s".formatted(field, value));

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refused).bodyJson().extractingPath("$.errors").asArray().singleElement();
        assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].message").isEqualTo(message);
    }

    @Test
    void standsBelowNoPhaseAndAfterNoTaskOfAnotherProject() {
        String elsewhere = id(post(", \"projectId\": \"%s\"".formatted(server)));

        assertThat(message(post(", \"phaseId\": \"%s\"".formatted(phase(server)))))
                .isEqualTo("Choose a phase of this project.");
        assertThat(message(post(", \"predecessorIds\": [\"%s\"]".formatted(elsewhere))))
                .isEqualTo("Choose tasks of this project.");
    }

    @Test
    void comesNeitherAfterItselfNorAfterOneThatComesAfterIt() {
        String first = id(post(""));
        String second = id(post(", \"predecessorIds\": [\"%s\"]".formatted(first)));
        String third = id(post(", \"predecessorIds\": [\"%s\"]".formatted(second)));

        assertThat(message(put(first, task(", \"predecessorIds\": [\"%s\"]".formatted(first)))))
                .isEqualTo("Choose another task than this one.");
        assertThat(message(put(first, task(", \"predecessorIds\": [\"%s\"]".formatted(third)))))
                .isEqualTo("Choose tasks that do not come after this one.");
        assertThat(put(second, task("")))
                .bodyJson()
                .extractingPath("$.predecessorIds")
                .asArray()
                .isEmpty();
        assertThat(put(first, task(", \"predecessorIds\": [\"%s\"]".formatted(third))))
                .hasStatusOk();
    }

    /** A user has a name of their own, and one that left may stay where they are. */
    @Test
    void keepsPeopleWhoAreNoMembersAnyMore() {
        assertThat(post(", \"assigneeId\": \"%s\", \"assigneeName\": \"Jonas\"".formatted(user())))
                .bodyJson()
                .extractingPath("$.assigneeName")
                .isNull();
        UUID imported = imported(20);
        MvcTestResult shown = owner.get().uri(TASKS + "/" + imported).exchange();

        MvcTestResult changed = put(imported.toString(), body(shown).replace("\"NEW\"", "\"WAITING\""));

        assertThat(changed).hasStatusOk();
        assertThat(changed).bodyJson().extractingPath("$.people").asArray().hasSize(2);
        assertThat(put(imported.toString(), task(", \"people\": [{\"userId\": \"%s\"}]".formatted(NOBODY))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void takesAllThatIsEstimatedAsRemainingOfANewTask() {
        assertThat(post(", \"estimatedMinutes\": 90"))
                .bodyJson()
                .extractingPath("$.remainingMinutes")
                .isEqualTo(90);
        assertThat(post(", \"estimatedMinutes\": 90, \"remainingMinutes\": 0"))
                .bodyJson()
                .extractingPath("$.remainingMinutes")
                .isEqualTo(0);
    }

    @Test
    void tellsWhenItWasCompletedUntilItGoesOn() {
        Instant before = Instant.now().minusSeconds(5);
        String id = id(post(", \"remainingMinutes\": 90"));

        MvcTestResult completed = put(id, task(", \"remainingMinutes\": 90, \"status\": \"COMPLETED\""));
        String at = JsonPath.read(body(completed), "$.completedAt");
        assertThat(Instant.parse(at)).isAfter(before);
        assertThat(completed).bodyJson().extractingPath("$.remainingMinutes").isEqualTo(0);
        assertThat(put(id, task(", \"status\": \"COMPLETED\", \"remainingMinutes\": 30")))
                .bodyJson()
                .extractingPath("$.completedAt")
                .isEqualTo(at);

        MvcTestResult reopened = put(id, task(", \"status\": \"IN_PROGRESS\", \"remainingMinutes\": 30"));
        assertThat(reopened).bodyJson().extractingPath("$.completedAt").isNull();
        assertThat(put(id, task(", \"status\": \"COMPLETED\", \"remainingMinutes\": 15")))
                .bodyJson()
                .extractingPath("$.remainingMinutes")
                .isEqualTo(15);
    }

    @Test
    void findsTasksByProjectWordsNumberStatusAssigneeAndPhase() {
        String phase = phase(network);
        String first = id(post(", \"assigneeId\": \"%s\"".formatted(user())));
        String second = id(
                post(", \"title\": \"Rack the core\", \"status\": \"WAITING\", \"phaseId\": \"%s\"".formatted(phase)));
        String other = id(post(", \"projectId\": \"%s\"".formatted(server)));
        UUID imported = imported(30);

        assertThat(listed("projectId=" + network)).containsExactly(first, second, imported.toString());
        assertThat(listed("projectId=" + server)).containsExactly(other);
        assertThat(listed("search=core")).containsExactly(second);
        assertThat(listed("search=T20260203.0007")).containsExactly(imported.toString());
        assertThat(listed("status=WAITING")).containsExactly(second);
        assertThat(listed("assigneeId=" + user())).containsExactly(first);
        assertThat(listed("phaseId=" + phase)).containsExactly(second);
    }

    @Test
    void tellsTheNumberThatTheSourceGave() {
        MvcTestResult shown = owner.get().uri(TASKS + "/" + imported(7)).exchange();

        assertThat(shown).bodyJson().extractingPath("$.source.number").isEqualTo("T20260203.0007");
        assertThat(shown).bodyJson().extractingPath("$.source.id").isEqualTo("7");
        assertThat(shown).bodyJson().extractingPath("$.number").isEqualTo(1);
        assertThat(shown).bodyJson().extractingPath("$.assigneeName").isEqualTo("Kjell Ström");
    }

    /** A list costs as many statements for a hundred tasks as for one. */
    @Test
    void readsAListInAHandfulOfStatements() {
        imported(1);
        int one = statements.during(() -> listed("projectId=" + network));
        imports.save(
                organization,
                LongStream.range(2, 102)
                        .mapToObj(at -> Samples.fresh(at, ProjectSamples.task(network, "Task " + at)))
                        .toList(),
                true);

        assertThat(statements.during(() -> listed("projectId=" + network + "&size=200")))
                .isEqualTo(one);
    }

    /** What is said about it goes with it, also where it goes with its project. */
    @Test
    void takesItsConversationAlong() {
        String first = id(post(""));
        String second = id(post(", \"predecessorIds\": [\"%s\"]".formatted(first)));
        for (String each : List.of(first, second)) {
            assertThat(owner.post()
                            .uri(TASKS + "/" + each + "/conversation")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"body\": \"Core pair is racked.\"}"))
                    .hasStatus(HttpStatus.CREATED);
        }

        assertThat(owner.delete().uri(TASKS + "/" + first)).hasStatus(HttpStatus.NO_CONTENT);

        assertThat(said()).isOne();
        assertThat(owner.get().uri(TASKS + "/" + second))
                .bodyJson()
                .extractingPath("$.predecessorIds")
                .asArray()
                .isEmpty();
        assertThat(audited(second)).anySatisfy(entry -> assertThat(entry).contains("UPDATE", "After"));

        assertThat(owner.delete().uri("/api/v1/projects/" + network)).hasStatus(HttpStatus.NO_CONTENT);

        assertThat(said()).isZero();
        assertThat(owner.get().uri(TASKS + "/" + second)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void keepsAPhaseThatHasTasks() {
        String phase = phase(network);
        String id = id(post(", \"phaseId\": \"%s\"".formatted(phase)));
        String address = "/api/v1/projects/%s/phases/%s".formatted(network, phase);

        MvcTestResult refused = owner.delete().uri(address).exchange();

        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(body(refused)).contains("1 task");
        assertThat(owner.delete().uri(TASKS + "/" + id)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(owner.delete().uri(address)).hasStatus(HttpStatus.NO_CONTENT);
    }

    @Test
    void refusesAnEditOfWhatSomebodyElseChanged() {
        MvcTestResult created = post("");
        put(id(created), task(", \"description\": \"theirs\""));

        assertThat(put(id(created), body(created))).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void tellsTheAuditWhatChanged() {
        String first = id(post(""));
        String id = id(post(", \"title\": \"Stage\""));
        put(
                id,
                task(
                        ", \"title\": \"Stage\", \"people\": [{\"userId\": \"%s\"}, {\"name\": \"Priya\"}], \"predecessorIds\": [\"%s\"]"
                                .formatted(user(), first)));
        owner.delete().uri(TASKS + "/" + id).exchange();

        List<String> entries = audited(id);
        assertThat(entries).hasSize(3);
        assertThat(entries.get(0)).contains("CREATE", "Network renewal", "Stage");
        assertThat(entries.get(1)).contains("UPDATE", "Zoë Lindqvist, Priya", "After", "Order switches");
        assertThat(entries.get(2)).contains("DELETE");
    }

    @Test
    void letsMembersDoAllButDelete() {
        MockMvcTester member = visitors.member(organization, Role.MEMBER);
        String id = id(member.post()
                .uri(TASKS)
                .contentType(MediaType.APPLICATION_JSON)
                .content(task(""))
                .exchange());

        assertThat(member.put()
                        .uri(TASKS + "/" + id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(task("")))
                .hasStatusOk();
        assertThat(member.delete().uri(TASKS + "/" + id)).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void showsNothingToAnotherOrganization() {
        String id = id(post(""));
        MockMvcTester other = visitors.member(visitors.organization(), Role.OWNER);

        assertThat(other.get().uri(TASKS + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(other.delete().uri(TASKS + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(other.get().uri(TASKS + "?projectId=" + network))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(other.post()
                        .uri(TASKS)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(task("")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private UUID imported(long sourceId) {
        UUID id = Samples.id();
        imports.save(
                organization, List.of(Samples.fresh(id, sourceId, ProjectSamples.task(network, "Imported"))), true);
        return id;
    }

    private String phase(ProjectId of) {
        return id(owner.post()
                .uri("/api/v1/projects/" + of + "/phases")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"title\": \"Hardware\"}")
                .exchange());
    }

    private long said() {
        return jdbc.sql("select count(*) from conversation_entry where organization_id = ?")
                .param(organization.value())
                .query(Long.class)
                .single();
    }

    private List<String> audited(String id) {
        return jdbc.sql(
                        "select action || ' ' || changes::text from audit_entry where organization_id = ? and entity_id = ? order by at, id")
                .params(organization.value(), id)
                .query(String.class)
                .list();
    }

    private String user() {
        return jdbc.sql("select id::text from identity_user where organization_id = ? order by id limit 1")
                .param(organization.value())
                .query(String.class)
                .single();
    }

    /** @param more what is said beside the required fields, which it may replace */
    private String task(String more) {
        return "{\"title\": \"Order switches\", \"projectId\": \"%s\"%s}".formatted(network, more);
    }

    private MvcTestResult post(String more) {
        return owner.post()
                .uri(TASKS)
                .contentType(MediaType.APPLICATION_JSON)
                .content(task(more))
                .exchange();
    }

    private MvcTestResult put(String id, String json) {
        return owner.put()
                .uri(TASKS + "/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private List<String> listed(String query) {
        return JsonPath.read(body(owner.get().uri(TASKS + "?" + query).exchange()), "$.items[*].id");
    }

    private static String message(MvcTestResult refused) {
        return JsonPath.read(body(refused), "$.errors[0].message");
    }

    private static String id(MvcTestResult created) {
        return JsonPath.read(body(created), "$.id");
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
