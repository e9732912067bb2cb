package app.ascent.importing;

import static app.ascent.importing.ProjectPayloads.after;
import static app.ascent.importing.ProjectPayloads.participant;
import static app.ascent.importing.ProjectPayloads.phase;
import static app.ascent.importing.ProjectPayloads.project;
import static app.ascent.importing.ProjectPayloads.rows;
import static app.ascent.importing.ProjectPayloads.said;
import static app.ascent.importing.ProjectPayloads.task;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.StubFault;
import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of projects and tasks that change in Autotask, in Ascent, or in both, between two runs. */
class ChangesOfTasksTests extends ImportJourney {

    private static final String AFTER =
            """
            select t.source_id || ' after ' || p.source_id from project_task_predecessor x
            join project_task t on t.id = x.task_id join project_task p on p.id = x.predecessor_id order by 1""";

    private static final String STANDS =
            """
            select t.source_id || ' in ' || p.source_id || '/' || coalesce(f.source_id::text, '-') || ', ' || t.number
            from project_task t join project p on p.id = t.project_id
            left join project_phase f on f.id = t.phase_id order by 1""";

    ChangesOfTasksTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @BeforeEach
    void fillTenant() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .records("Projects", rows(project(512), project(513)))
                .records("Phases", rows(phase(21, 512), phase(22, 512).with("parentPhaseID", 21), phase(23, 513)))
                .records("Tasks", rows(task(31).with("phaseID", 21), task(32), task(33)))
                .records("TaskSecondaryResources", rows(participant(1, 31, 29000002)))
                .records("TaskPredecessors", rows(after(41, 31, 32)))
                .records("TaskNotes", rows(said(51, "taskID", 31)))
                .records("ProjectNotes", rows(said(61, "projectID", 512)));
    }

    private List<String> column(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private String id(String table, long source) {
        return column("select id::text from " + table + " where source_id = " + source)
                .getFirst();
    }

    private void edit(String address, Consumer<ObjectNode> edit) {
        ObjectNode record = (ObjectNode) api.get(address).json();
        edit.accept(record);
        Answer edited = api.put(address, record.toString());
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    }

    private void editTask(long id, Consumer<ObjectNode> edit) {
        edit("/api/v1/tasks/" + id("project_task", id), edit);
    }

    private void editProject(long id, Consumer<ObjectNode> edit) {
        edit("/api/v1/projects/" + id("project", id), edit);
    }

    private String me() {
        return column("select id::text from identity_user where lower(email) = '" + OwnerApi.EMAIL + "'")
                .getFirst();
    }

    // Pairs.

    /** The source may tell of one pair twice, as it may of related devices. */
    @Test
    void takesAPairThatComesTwiceForOne() {
        AUTOTASK.records("TaskPredecessors", rows(after(42, 31, 32)));
        String migration = create();

        Answer first = run(migration);
        Answer second = run(migration);

        assertThat(counts(first, "taskPredecessors")).isEqualTo(List.of(2L, 2L, 2L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(second, "taskPredecessors")).isEqualTo(List.of(2L, 2L, 0L, 0L, 2L, 0L, 0L, 0L));
        assertThat(api.get("/api/v1/tasks/" + id("project_task", 31)).json().path("predecessorIds"))
                .hasSize(1);
    }

    /** Whoever takes a pair away in Autotask and puts it back makes a new row of it. */
    @Test
    void takesAPairThatCameAnew() {
        String migration = create();
        run(migration);
        AUTOTASK.remove("TaskPredecessors", 41).records("TaskPredecessors", rows(after(45, 31, 32)));

        Answer ended = run(migration);

        assertThat(counts(ended, "taskPredecessors")).isEqualTo(List.of(1L, 1L, 1L, 0L, 0L, 0L, 0L, 0L));
        editTask(31, task -> task.putArray("predecessorIds"));
        assertThat(column(AFTER)).isEmpty();
    }

    /** Two rows that change places, and one that comes to say what people said already. */
    @Test
    void followsPairsThatChange() {
        AUTOTASK.records("TaskPredecessors", rows(after(41, 31, 32), after(42, 31, 33), after(43, 32, 33)));
        String migration = create();
        run(migration);
        editTask(33, task -> task.putArray("predecessorIds"));
        editTask(32, task -> task.putArray("predecessorIds").add(id("project_task", 33)));
        AUTOTASK.records("TaskPredecessors", rows(after(41, 31, 33), after(42, 31, 32), after(43, 31, 32)));

        Answer ended = run(migration);

        assertThat(counts(ended, "taskPredecessors").subList(0, 2)).isEqualTo(List.of(3L, 3L));
        assertThat(counts(ended, "taskPredecessors").getLast()).isZero();
        assertThat(api.get("/api/v1/tasks/" + id("project_task", 31)).json().path("predecessorIds"))
                .hasSize(2);
    }

    // Who does it.

    @ParameterizedTest
    @ValueSource(strings = {"KEEP_ASCENT", "AUTOTASK_WINS"})
    void hasOneLeadAndOneAssigneeWhoeverChoseThem(String conflicts) {
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

        start(migration, "{\"conflicts\":\"%s\"}".formatted(conflicts));
        ended(migration);

        String whom = conflicts.equals("KEEP_ASCENT") ? me() + " -" : "- Carl Dahl";
        assertThat(column("select coalesce(lead_id::text, '-') || ' ' || coalesce(lead_name, '-') from project"))
                .containsExactly(whom, whom);
        assertThat(column("select coalesce(assignee_id::text, '-') || ' ' || coalesce(assignee_name, '-')"
                        + " from project_task where source_id in (31, 32)"))
                .containsExactly(whom, whom);
        if (conflicts.equals("KEEP_ASCENT")) {
            for (long id : List.of(512L, 513L)) {
                assertThat(findings(migration, "projects", id))
                        .singleElement()
                        .asString()
                        .startsWith("LOCAL_EDIT_KEPT projectLeadResourceID=29000003 -> ");
            }
            for (long id : List.of(31L, 32L)) {
                assertThat(findings(migration, "tasks", id))
                        .singleElement()
                        .asString()
                        .startsWith("LOCAL_EDIT_KEPT assignedResourceID=29000003 -> ");
            }
        } else {
            assertThat(overwritten("Project", id("project", 512))).contains("Carl Dahl");
            assertThat(overwritten("Task", id("project_task", 32))).contains("Carl Dahl");
        }
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

    // Where it stands.

    @Test
    void followsATaskIntoAnotherProjectWithAllThatHangsOnIt() {
        String migration = create();
        run(migration);
        assertThat(column(STANDS)).containsExactly("31 in 512/21, 1", "32 in 512/-, 2", "33 in 512/-, 3");
        AUTOTASK.records("Tasks", rows(task(31).with("projectID", 513).with("phaseID", 23)));

        Answer ended = run(migration);

        assertThat(counts(ended, "tasks").subList(2, 5)).isEqualTo(List.of(0L, 1L, 2L));
        assertThat(column(STANDS)).containsExactly("31 in 513/23, 1", "32 in 512/-, 2", "33 in 512/-, 3");
        assertThat(column(AFTER)).containsExactly("31 after 32");
        assertThat(count("conversation_entry")).isEqualTo(2);
    }

    /** A phase that a person chose is one of the project it was in; there is none such in the other. */
    @Test
    void leavesNoTaskInAPhaseOfTheProjectItLeft() {
        String migration = create();
        run(migration);
        editTask(32, task -> task.put("phaseId", id("project_phase", 22)));
        AUTOTASK.records("Tasks", rows(task(32).with("projectID", 513)));

        run(migration);

        assertThat(column(STANDS)).contains("32 in 513/-, 1");
    }

    @Test
    void followsAPhaseIntoAnotherProject() {
        String migration = create();
        run(migration);
        AUTOTASK.records("Phases", rows(phase(21, 513)));

        Answer ended = run(migration);

        assertThat(counts(ended, "phases").getLast()).isZero();
        assertThat(column("select count(*)::text from project_phase where parent_id is not null"))
                .containsExactly("0");
        assertThat(column(STANDS)).contains("31 in 512/-, 1");
    }

    /** A task that Autotask does not tell of any more stays where it was, though its phase is in another project now. */
    @Test
    void deletesAProjectWhosePhaseHoldsATaskOfAnother() {
        String migration = create();
        run(migration);
        AUTOTASK.remove("Tasks", 31).remove("TaskPredecessors", 41).remove("TaskNotes", 51);
        AUTOTASK.records("Phases", rows(phase(21, 513), phase(22, 513).with("parentPhaseID", 21)));
        run(migration);

        Answer deleted = api.delete("/api/v1/projects/" + id("project", 513));

        assertThat(deleted.status()).as(deleted.text()).isEqualTo(204);
        assertThat(column(STANDS)).contains("31 in 512/-, 1");
    }

    @Test
    void bringsNothingBackOfAProjectThatWasDeleted() {
        String migration = create();
        run(migration);
        Answer deleted = api.delete("/api/v1/projects/" + id("project", 512));
        assertThat(deleted.status()).as(deleted.text()).isEqualTo(204);

        Answer ended = run(migration);

        for (String table : List.of(
                "project_task",
                "project_task_search",
                "project_task_number",
                "project_task_predecessor",
                "conversation_entry")) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(count("project_phase")).isEqualTo(1);
        assertThat(count("project_phase_search")).isEqualTo(1);
        for (String entity : List.of("tasks", "phases", "projectNotes", "taskNotes", "taskPredecessors")) {
            assertThat(counts(ended, entity).getLast()).as(entity).isZero();
            assertThat(elements(api.get(migration + "/records?size=500&outcome=SKIPPED&entity=" + entity)
                                    .json()
                                    .path("items"))
                            .map(one -> one.path("code").asString())
                            .distinct())
                    .as(entity)
                    .containsExactly("DELETED_IN_ASCENT");
        }
    }

    /** What people did to one day must not make a period that ends before it begins. */
    @Test
    void takesNoPeriodThatEndsBeforeItBegins() {
        AUTOTASK.records("Tasks", rows(dated(task(32), "2026-08-01", "2026-08-31")));
        AUTOTASK.records("Projects", rows(dated(project(513), "2026-08-01", "2026-08-31")));
        String migration = create();
        run(migration);
        editTask(32, task -> task.put("startDate", "2026-08-20"));
        editProject(513, project -> project.put("startDate", "2026-08-20"));
        AUTOTASK.records(
                "Tasks", rows(dated(task(32), "2026-08-01", "2026-08-10").with("title", "Renamed")));
        AUTOTASK.records("Projects", rows(dated(project(513), "2026-08-01", "2026-08-10")));

        Answer ended = run(migration);

        assertThat(counts(ended, "tasks").getLast()).isZero();
        assertThat(counts(ended, "projects").getLast()).isZero();
        assertThat(column(
                        "select title || ' ' || start_date || ' ' || end_date from project_task where source_id = 32"))
                .containsExactly("Renamed 2026-08-20 2026-08-31");
    }

    private static Payload dated(Payload record, String start, String end) {
        return record.with("startDateTime", start + "T00:00:00Z").with("endDateTime", end + "T00:00:00Z");
    }

    @Test
    void saysWhatBecomesOfAProjectThatIsNoneAnyMore() {
        String migration = create();
        run(migration);
        AUTOTASK.records("Projects", rows(project(512).with("projectType", 6)));

        Answer ended = run(migration);

        assertThat(counts(ended, "projects").subList(0, 2)).isEqualTo(List.of(2L, 1L));
        assertThat(findings(migration, "projects", 512)).containsExactly("NOT_A_PROJECT projectType=6 -> ");
        assertThat(count("project")).isEqualTo(2);
        assertThat(count("project_task")).isEqualTo(3);
        for (String entity : List.of("tasks", "phases", "projectNotes", "taskNotes", "taskPredecessors")) {
            assertThat(counts(ended, entity).getLast()).as(entity).isZero();
        }
        System.out.println("NONE " + ended.text());
    }
}
