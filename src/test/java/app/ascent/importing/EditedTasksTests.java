package app.ascent.importing;

import static app.ascent.importing.ProjectPayloads.participant;
import static app.ascent.importing.ProjectPayloads.project;
import static app.ascent.importing.ProjectPayloads.rows;
import static app.ascent.importing.ProjectPayloads.said;
import static app.ascent.importing.ProjectPayloads.task;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.StubFault;
import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of projects and tasks that people edited when Autotask changes them, too, or cannot be read. */
class EditedTasksTests extends ProjectJourney {

    /** What people write, of a field that Autotask calls otherwise, and what comes of it. */
    private record Field(String name, String theirs, String mine, String comes) {}

    private static final List<Field> FIELDS = List.of(
            new Field("title", "title", "\"Mine\"", "\"Theirs\""),
            new Field("status", "status", "\"WAITING\"", "5"),
            new Field("priority", "priorityLabel", "\"LOW\"", "4"),
            new Field("description", "description", "\"Mine\"", "\"Theirs\""),
            new Field("startDate", "startDateTime", "\"2026-01-02\"", "\"2026-01-05T00:00:00Z\""),
            new Field("endDate", "endDateTime", "\"2027-01-02\"", "\"2027-01-05T00:00:00Z\""),
            new Field("estimatedMinutes", "estimatedHours", "61", "7.5"),
            new Field("remainingMinutes", "remainingHours", "62", "8.5"),
            new Field("phaseId", "phaseID", "null", "22"));

    EditedTasksTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts", "projects");
    }

    @Test
    void keepsAnEditOfAnyFieldUnlessAutotaskWins() {
        String migration = create();
        run(migration);
        String address = "/api/v1/tasks/" + id("project_task", 31);
        JsonNode brought = api.get(address).json();
        editTask(
                31,
                task -> FIELDS.forEach(
                        field -> task.set(field.name(), JsonMapper.shared().readTree(field.mine()))));
        JsonNode edited = api.get(address).json();
        Payload theirs = task(31);
        for (Field field : FIELDS) {
            assertThat(edited.path(field.name())).as(field.name()).isNotEqualTo(brought.path(field.name()));
            theirs = theirs.json(field.theirs(), field.comes());
        }
        AUTOTASK.records("Tasks", rows(theirs));

        run(migration);

        JsonNode kept = api.get(address).json();
        assertThat(FIELDS)
                .allSatisfy(field -> assertThat(kept.path(field.name())).isEqualTo(edited.path(field.name())));
        assertThat(findings(migration, "tasks", 31))
                .extracting(finding -> finding.split("=")[0])
                .containsExactlyInAnyOrderElementsOf(FIELDS.stream()
                        .map(field -> "LOCAL_EDIT_KEPT " + field.theirs())
                        .toList());

        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        ended(migration);

        JsonNode won = api.get(address).json();
        assertThat(FIELDS)
                .allSatisfy(field -> assertThat(won.path(field.name())).isNotEqualTo(edited.path(field.name())));
        assertThat(overwritten("Task", id("project_task", 31))).isNotEmpty();
    }

    @Test
    void hasOneLeadAndOneAssigneeWhoeverChoseThem() {
        AUTOTASK.records(
                "Projects",
                rows(
                        project(512).with("projectLeadResourceID", 29000002),
                        project(513).withNull("projectLeadResourceID")));
        AUTOTASK.records(
                "Tasks", rows(task(31).with("assignedResourceID", 29000002), task(32).withNull("assignedResourceID")));
        String migration = create();
        run(migration);
        List.of(512L, 513L).forEach(id -> editProject(id, project -> project.put("leadId", me())));
        List.of(31L, 32L).forEach(id -> editTask(id, task -> task.put("assigneeId", me())));
        AUTOTASK.records("Resources", List.of("{\"id\":29000003,\"firstName\":\"Carl\",\"lastName\":\"Dahl\"}"));
        AUTOTASK.records(
                "Projects",
                rows(
                        project(512).with("projectLeadResourceID", 29000003),
                        project(513).with("projectLeadResourceID", 29000003)));
        AUTOTASK.records(
                "Tasks",
                rows(task(31).with("assignedResourceID", 29000003), task(32).with("assignedResourceID", 29000003)));

        run(migration);

        assertThat(leadsAndAssignees()).hasSize(4).containsOnly(me() + " -");
        assertThat(Stream.of(512L, 513L).map(id -> findings(migration, "projects", id)))
                .allSatisfy(found -> assertThat(found)
                        .singleElement()
                        .asString()
                        .startsWith("LOCAL_EDIT_KEPT projectLeadResourceID=29000003 -> "));
        assertThat(Stream.of(31L, 32L).map(id -> findings(migration, "tasks", id)))
                .allSatisfy(found -> assertThat(found)
                        .singleElement()
                        .asString()
                        .startsWith("LOCAL_EDIT_KEPT assignedResourceID=29000003 -> "));
        assertThat(api.get(migration + "/edits").text()).contains("Carl Dahl");

        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        ended(migration);

        assertThat(leadsAndAssignees()).hasSize(4).containsOnly("- Carl Dahl");
        assertThat(overwritten("Project", id("project", 512))).contains("Carl Dahl");
        assertThat(overwritten("Task", id("project_task", 32))).contains("Carl Dahl");
    }

    private List<String> leadsAndAssignees() {
        return column(
                """
                select coalesce(lead_id::text, '-') || ' ' || coalesce(lead_name, '-') from project
                union all select coalesce(assignee_id::text, '-') || ' ' || coalesce(assignee_name, '-')
                from project_task where source_id in (31, 32)""");
    }

    @Test
    void keepsWhomAnEarlierRunWroteWhereResourcesCannotBeRead() {
        AUTOTASK.records(
                "TaskNotes", rows(said(51, "taskID", 31), said(52, "taskID", 31).with("creatorResourceID", 29000002)));
        String migration = create();
        run(migration);
        String people = "select coalesce(assignee_id::text, '-') || coalesce(assignee_name, '-') ||"
                + " array_to_string(people, ';') from project_task order by source_id";
        String authors = "select source_id || author_type || coalesce(author_id::text, '-') || author_name"
                + " from conversation_entry order by source_id";
        List<String> before = column(people);
        List<String> wrote = column(authors);
        AUTOTASK.failAlways("Resources", StubFault.FORBIDDEN)
                .records("TaskNotes", rows(said(51, "taskID", 31).with("description", "Something else")));

        run(migration);

        assertThat(column(people)).isEqualTo(before);
        assertThat(column(authors)).isEqualTo(wrote);
        assertThat(column("select body from conversation_entry where source_id = 'TaskNotes:51'"))
                .containsExactly("Something else");
    }

    @Test
    void writesAHundredOfMorePeople() {
        AUTOTASK.records(
                "Resources",
                LongStream.rangeClosed(1, 130)
                        .mapToObj(id -> "{\"id\":%d,\"firstName\":\"P\\u0000\\ud800\",\"lastName\":\"%s%d\"}"
                                .formatted(3_000_000_000L + id, "x".repeat(220), id))
                        .toList());
        AUTOTASK.records(
                "TaskSecondaryResources",
                LongStream.rangeClosed(1, 130)
                        .mapToObj(id ->
                                participant(100 + id, 32, 3_000_000_000L + id).toString())
                        .toList());
        String migration = create();

        Answer first = run(migration);
        Answer second = run(migration);

        assertThat(counts(first, "tasks").getLast()).isZero();
        assertThat(counts(second, "tasks").subList(2, 5)).isEqualTo(List.of(0L, 0L, 3L));
    }

    /** Whoever said that it is completed, or that it goes on, and when: no period may end before it begins. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesPeoplesWordUnlessAutotaskWins(boolean wins) {
        AUTOTASK.contacts(Payload.contact().with("id", 3001).toString())
                .records("TaskNotes", rows(said(51, "taskID", 31).with("createdByContactID", 3001)))
                .records("Projects", rows(project(512), project(513), dated(project(514), "2026-08-01", "2026-08-31")))
                .records("Tasks", rows(dated(task(33), "2026-08-01", "2026-08-31")));
        String migration = create();
        run(migration);
        editTask(31, task -> task.put("status", "WAITING"));
        editTask(32, task -> task.put("status", "COMPLETED"));
        editTask(33, task -> task.put("startDate", "2026-08-20"));
        editProject(512, project -> project.put("status", "ON_HOLD"));
        editProject(513, project -> project.put("status", "COMPLETED"));
        editProject(514, project -> project.put("startDate", "2026-08-20"));
        String author = "select author_name from conversation_entry where source_id = 'TaskNotes:51'";
        assertThat(column(author)).containsExactly("Mara K. Petersen");
        assertThat(api.delete("/api/v1/contacts/" + contact(3001, "id")).status())
                .isEqualTo(204);
        String done = "2026-09-01T08:00:00Z";
        AUTOTASK.records(
                        "Tasks",
                        rows(
                                task(31).with("phaseID", 21).with("status", 5).with("completedDateTime", done),
                                task(32).with("status", 1),
                                dated(task(33), "2026-08-01", "2026-08-10").with("title", "Renamed")))
                .records(
                        "Projects",
                        rows(
                                project(512).with("status", 5).with("completedDateTime", done),
                                project(513).with("status", 1),
                                dated(project(514), "2026-08-01", "2026-08-10")));

        start(migration, "{\"conflicts\":\"%s\"}".formatted(wins ? "AUTOTASK_WINS" : "KEEP_ASCENT"));
        Answer ended = ended(migration);

        assertThat(counts(ended, "tasks").getLast()).isZero();
        assertThat(counts(ended, "projects").getLast()).isZero();
        assertThat(column("select source_id || ' ' || status || ' ' || (completed_at is not null) from project_task"
                        + " where source_id < 33 order by 1"))
                .containsExactly(
                        wins ? "31 COMPLETED true" : "31 WAITING false", wins ? "32 NEW false" : "32 COMPLETED true");
        assertThat(column("select source_id || ' ' || status || ' ' || (completed_at is not null) from project"
                        + " where source_id < 514 order by 1"))
                .containsExactly(
                        wins ? "512 COMPLETED true" : "512 ON_HOLD false",
                        wins ? "513 PLANNING false" : "513 COMPLETED true");
        assertThat(column(
                        "select title || ' ' || start_date || ' ' || end_date from project_task where source_id = 33"))
                .containsExactly("Renamed " + (wins ? "2026-08-01 2026-08-10" : "2026-08-20 2026-08-31"));
        assertThat(column(author))
                .as("a contact that was deleted said it all the same")
                .containsExactly("Mara K. Petersen");
    }

    private static Payload dated(Payload record, String start, String end) {
        return record.with("startDateTime", start + "T00:00:00Z").with("endDateTime", end + "T00:00:00Z");
    }
}
