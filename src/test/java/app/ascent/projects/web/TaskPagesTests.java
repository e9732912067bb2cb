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
import app.ascent.projects.ProjectFields;
import app.ascent.projects.ProjectId;
import app.ascent.projects.ProjectImports;
import app.ascent.projects.ProjectSamples;
import app.ascent.projects.TaskImports;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

/** Tasks, as people plan by them. */
@CrmWebTest
@Import(CountedStatements.class)
class TaskPagesTests {

    private static final Pattern FOLDED = Pattern.compile("<details class=\"phase\">");

    private final Visitors visitors;
    private final ClientImports clients;
    private final ProjectImports projects;
    private final TaskImports imports;
    private final CountedStatements statements;
    private final JdbcClient jdbc;
    private final ProjectId network = new ProjectId(Samples.id());
    private final String page = "/projects/" + network;
    private OrganizationId organization;
    private MockMvcTester owner;

    @Autowired
    TaskPagesTests(
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
    void aProject() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        UUID client = Samples.id();
        clients.save(organization, List.of(Samples.fresh(client, 1, Samples.client("Northwind"))), true);
        projects.save(
                organization,
                List.of(Samples.fresh(
                        network.value(), 11, ProjectSamples.project(new ClientId(client), "Network renewal", null))),
                true);
    }

    @Test
    void beginsWithAnEmptyPlan() {
        assertThat(text(page))
                .contains("No plan yet", "/tasks/new?projectId=" + network)
                .doesNotContain("??");
        assertThat(text("/tasks/new?projectId=" + network))
                .contains("For Network renewal", "Members who help", "This project has no other tasks yet.")
                .doesNotContain("??");
    }

    @Test
    void leadsFromTheFormToThePageAndThePlan() {
        String phase = phase("Hardware", null);
        String core = phase("Core", phase);
        String order = created("Order switches", "phaseId", phase, "estimatedMinutes", "4", "remainingMinutes", "4");
        String rack = created(
                "Rack the core pair",
                "phaseId",
                core,
                "predecessorIds",
                id(order),
                "endDate",
                "2026-01-02",
                "estimatedMinutes",
                "8",
                "remainingMinutes",
                "3:30",
                "actualMinutes",
                "4",
                "assigneeId",
                user(),
                "peopleIds",
                user(),
                "peopleNames",
                "Priya Raman\nKjell Ström");

        assertThat(text(rack))
                .contains("<h1>Rack the core pair</h1>", "Task 2", "Northwind", "/projects/" + network)
                .contains("Zoë Lindqvist<br>Priya Raman<br>Kjell Ström", "1 Order switches", "Overdue:", "3:30 h")
                .doesNotContain("??");
        assertThat(text(order)).contains("Followed by", "2 Rack the core pair", "Unassigned");
        assertThat(text(page))
                .contains("1 Hardware", "1.1 Core", "after task 1", "Overdue:", "Unassigned", "2 phases, 2 tasks")
                .contains("12:00", "7:30 h", "0 of 2 tasks completed")
                .doesNotContain("??", "No plan yet");
        assertThat(text(rack + "/edit"))
                .contains("value=\"8:00\"", "Priya Raman\nKjell Ström</textarea>", "value=\"2026-01-02\"")
                .containsPattern("value=\"" + id(order) + "\" checked")
                .containsPattern("name=\"peopleIds\" value=\"" + user() + "\" checked")
                .doesNotContain("??");
        assertThat(text(rack + "/activity")).contains("Create");
        assertThat(text("/admin/audit-logs?entity=Task")).contains("Rack the core pair");
    }

    /** The plan and what stands above it say the same. */
    @Test
    void tellsWhatItsTasksComeToAndWhatTheProjectItselfSays() {
        projects.save(
                organization,
                List.of(Samples.again(
                        network.value(),
                        11,
                        ProjectFields.FIELDS.with(
                                projects.read(organization, List.of(network.value()))
                                        .get(network.value()),
                                "estimatedMinutes",
                                8_160L))),
                true);
        assertThat(text(page)).contains("136:00 h").doesNotContain("The project itself");

        created("Order switches", "estimatedMinutes", "4");

        assertThat(text(page)).contains(">4:00 h<", "The project itself says 136:00 h");
    }

    @Test
    void isNarrowedToOpenTasksAndToOwnOnes() {
        String phase = phase("Hardware", null);
        created("Order switches", "phaseId", phase, "status", "COMPLETED", "estimatedMinutes", "4");
        created("Stage switches", "assigneeId", user());

        assertThat(text(page)).contains("Order switches", "Stage switches", "Without a phase");
        assertThat(text(page + "?tasks=OPEN"))
                .contains("Stage switches", "1 phase, 2 tasks", "4:00")
                .doesNotContain("Order switches", "1 Hardware");
        assertThat(text(page + "?tasks=MINE")).contains("Stage switches").doesNotContain("Order switches");
        created("Label cables", "peopleIds", user());
        assertThat(text(page + "?tasks=MINE"))
                .as("where one of its people")
                .contains("Label cables")
                .doesNotContain("Order switches");
        assertThat(text(page + "?tasks=nonsense")).contains("Order switches");
        assertThat(FOLDED.matcher(text(page)).results()).hasSize(1);
    }

    /** Nothing is left out silently, and what is shown costs the same however much it is; work behind the pages is counted, too. */
    @Test
    void saysHowManyTasksItDoesNotShow() {
        created("Order switches", "estimatedMinutes", "4");
        int one = statements.during(() -> text(page));
        imports.save(
                organization,
                LongStream.range(1, 2_000)
                        .mapToObj(at -> Samples.fresh(at, ProjectSamples.task(network, "Task " + at)))
                        .toList(),
                true);

        assertThat(text(page))
                .contains("500 of 2,000 tasks are shown; 1,500 are not.", page + "/tasks?tasks=ALL", "8000:00")
                .doesNotContain("Task 700<");
        assertThat(statements.during(() -> text(page))).isLessThanOrEqualTo(one + 2);
        assertThat(text(page + "/tasks?page=7"))
                .contains("Task 700<", "701–800 of 2,000")
                .doesNotContain("??");
        assertThat(text(page + "/tasks?tasks=MINE")).contains("No tasks are assigned to you here.");
        assertThat(text(page + "/delete")).contains("With it go 2,000 tasks with their conversations.");
    }

    @Test
    void keepsWhatWasEnteredBesideWhatIsWrong() {
        MvcTestResult refused = owner.post()
                .uri("/tasks")
                .param("projectId", network.toString())
                .param("title", "")
                .param("status", "NEW")
                .param("priority", "HIGH")
                .param("estimatedMinutes", "a lot")
                .param("peopleNames", "Priya Raman\n" + "A".repeat(201))
                .param("predecessorIds", UUID.randomUUID().toString())
                .exchange();

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(refused))
                .contains("Enter a title.", "Enter hours and minutes like 12:30", "value=\"a lot\"")
                .contains(
                        "Shorten each name to 200 characters or fewer.",
                        "Priya Raman\n",
                        "Choose tasks of this project.")
                .doesNotContain("??");
    }

    @Test
    void isCompletedAndRemoved() {
        String task = created("Order switches", "remainingMinutes", "4");
        MvcTestResult saved = owner.post()
                .uri(task)
                .param("title", "Order switches")
                .param("status", "COMPLETED")
                .param("priority", "LOW")
                .param("remainingMinutes", "4:00")
                .exchange();
        assertThat(saved).hasRedirectedUrl(task);
        assertThat(text(task)).contains("Completed", "0:00 h", "Low");
        assertThat(text(page)).contains("1 of 1 task completed");

        assertThat(owner.post()
                        .uri("/conversation" + task)
                        .param("body", "Ordered by phone.")
                        .param("visibility", "INTERNAL"))
                .hasStatus3xxRedirection();
        assertThat(text(task)).contains("Ordered by phone.");
        assertThat(text(task + "/delete"))
                .contains("Delete Order switches?", "1 entry of its conversation")
                .doesNotContain("??");
        assertThat(owner.post().uri(task + "/delete")).hasRedirectedUrl(page);
        assertThat(owner.get().uri(task)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void tellsWhatItIsTakenOutOf() {
        String order = created("Order switches");
        created("Stage switches", "predecessorIds", id(order));

        assertThat(text(order + "/delete")).contains("It is taken out of 1 task that comes after it");
    }

    @Test
    void showsNothingToAnotherOrganization() {
        String task = created("Order switches");
        MockMvcTester other = visitors.member(visitors.organization(), Role.OWNER);

        for (String address : List.of(task, task + "/edit", task + "/delete", task + "/activity", page + "/tasks")) {
            assertThat(other.get().uri(address)).as(address).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(other.get().uri("/tasks/new?projectId=" + network)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void showsTheOldNumberWithTheNewOne() {
        UUID id = Samples.id();
        imports.save(organization, List.of(Samples.fresh(id, 7, ProjectSamples.task(network, "Order"))), true);

        assertThat(text("/tasks/" + id)).contains("T20260203.0007", "Old number", "Kjell Ström", "Priya Raman");
    }

    private String phase(String title, @Nullable String parent) {
        owner.post()
                .uri(page + "/phases")
                .param("title", title)
                .param("parentId", Objects.requireNonNullElse(parent, ""))
                .exchange();
        return jdbc.sql("select id::text from project_phase where project_id = ? and title = ?")
                .params(network.value(), title)
                .query(String.class)
                .single();
    }

    /** @param more names and values of further inputs */
    private String created(String title, String... more) {
        MultiValueMap<String, String> input = MultiValueMap.fromSingleValue(new HashMap<>(
                Map.of("title", title, "projectId", network.toString(), "status", "NEW", "priority", "MEDIUM")));
        for (int i = 0; i < more.length; i += 2) {
            input.set(more[i], more[i + 1]);
        }
        MvcTestResult created = owner.post().uri("/tasks").params(input).exchange();
        assertThat(created).hasStatus3xxRedirection();
        return Objects.requireNonNull(created.getResponse().getRedirectedUrl());
    }

    private static String id(String task) {
        return task.substring(task.lastIndexOf('/') + 1);
    }

    private String user() {
        return jdbc.sql("select id::text from identity_user where organization_id = ? order by id limit 1")
                .param(organization.value())
                .query(String.class)
                .single();
    }

    private String text(String path) {
        MvcTestResult shown = owner.get().uri(path).exchange();
        assertThat(shown).as(path).hasStatusOk();
        return body(shown);
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
