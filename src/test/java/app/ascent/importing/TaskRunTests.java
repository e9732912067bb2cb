package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.StubFault;
import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Whole runs that bring tasks, who works on them, what they come after and what was said about them. */
class TaskRunTests extends ImportJourney {

    private static final String AFTER =
            """
            select t.source_id || ' after ' || p.source_id || ', ' || coalesce(x.lag_days, 0) from project_task_predecessor x
            join project_task t on t.id = x.task_id join project_task p on p.id = x.predecessor_id order by 1""";

    TaskRunTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("projects");
    }

    private static Payload task(long id) {
        return Payload.task().with("id", id).with("title", "Task " + id).with("taskNumber", "T20260815." + id);
    }

    private static Payload after(long id, long successor, long predecessor) {
        return Payload.record(id)
                .with("successorTaskID", successor)
                .with("predecessorTaskID", predecessor)
                .with("lagDays", 2);
    }

    private static Payload participant(long id, long task, long resource) {
        return Payload.record(id)
                .with("taskID", task)
                .with("resourceID", resource)
                .with("roleID", 3);
    }

    private static Payload phase(long id, long project) {
        return Payload.record(id).with("projectID", project).with("title", "Phase " + id);
    }

    private static List<String> rows(Payload... payloads) {
        return Stream.of(payloads).map(Payload::toString).toList();
    }

    @BeforeEach
    void fillTenant() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .records(
                        "Projects",
                        rows(
                                Payload.project(),
                                Payload.project()
                                        .with("id", 600)
                                        .with("projectName", "Pattern")
                                        .with("projectType", 6)))
                .records("Phases", rows(phase(21, 512), phase(61, 600)))
                .records("Tasks", rows(task(31).with("phaseID", 21), task(32), task(33).with("projectID", 600)))
                .records("TaskSecondaryResources", rows(participant(1, 31, 29000002), participant(2, 31, 29000001)))
                .records("TaskPredecessors", rows(after(41, 31, 32)))
                .records(
                        "TaskNotes",
                        rows(
                                Payload.record(51)
                                        .with("taskID", 31)
                                        .with("description", "Said of a task")
                                        .with("publish", 1)
                                        .with("noteType", 3)
                                        .with("createDateTime", "2026-09-28T08:50:02.3Z")
                                        .with("creatorResourceID", 29000002),
                                Payload.record(52).with("taskID", 33).with("description", "Said of a pattern")));
    }

    private List<String> column(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    @Test
    void bringsTasksWithAllThatHangsOnThemAndNothingTwice() {
        String migration = create();

        Answer first = run(migration);
        List<String> written = column("select xmin::text from project_task order by id");
        Answer second = run(migration);

        assertThat(counts(first, "tasks")).isEqualTo(List.of(3L, 2L, 2L, 0L, 0L, 0L, 1L, 0L));
        assertThat(counts(first, "taskPredecessors")).isEqualTo(List.of(1L, 1L, 1L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(first, "taskNotes")).isEqualTo(List.of(2L, 1L, 1L, 0L, 0L, 0L, 1L, 0L));
        assertThat(counts(second, "tasks")).isEqualTo(List.of(3L, 2L, 0L, 0L, 2L, 0L, 1L, 0L));
        assertThat(counts(second, "taskPredecessors")).isEqualTo(List.of(1L, 1L, 0L, 0L, 1L, 0L, 0L, 0L));
        assertThat(counts(second, "taskNotes")).isEqualTo(List.of(2L, 1L, 0L, 0L, 1L, 0L, 1L, 0L));
        assertThat(column("select xmin::text from project_task order by id")).isEqualTo(written);
        assertThat(
                        column(
                                """
                        select t.number || ' ' || t.source_number || ', ' || p.name || ', ' || coalesce(f.title, 'no phase')
                            || ', ' || t.status || ', ' || t.priority || ', ' || array_to_string(t.people, ';')
                        from project_task t join project p on p.id = t.project_id
                        left join project_phase f on f.id = t.phase_id order by t.source_id"""))
                .containsExactly(
                        "1 T20260815.31, Network renewal, Phase 21, IN_PROGRESS, MEDIUM, name:Bo Holm",
                        "2 T20260815.32, Network renewal, no phase, IN_PROGRESS, MEDIUM, ");
        assertThat(column(AFTER)).containsExactly("31 after 32, 2");
        assertThat(column("select e.owner_kind || ' ' || t.source_id || ': ' || e.body from conversation_entry e"
                        + " join project_task t on t.id = e.owner_id"))
                .containsExactly("tasks 31: Said of a task");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Phases", "Tasks", "TaskSecondaryResources", "TaskPredecessors", "TaskNotes"})
    void endsAsWithoutAStopWhereverItWasStopped(String stoppedAt) {
        String migration = create();
        AUTOTASK.failAlways(stoppedAt, StubFault.MAINTENANCE);
        start(migration);
        awaited(migration, "WAITING");
        AUTOTASK.recover();

        Answer ended = run(migration);

        assertThat(counts(ended, "tasks")).isEqualTo(List.of(3L, 2L, 2L, 0L, 0L, 0L, 1L, 0L));
        assertThat(counts(ended, "taskPredecessors")).isEqualTo(List.of(1L, 1L, 1L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(ended, "taskNotes")).isEqualTo(List.of(2L, 1L, 1L, 0L, 0L, 0L, 1L, 0L));
        assertThat(column("select number || ' ' || array_to_string(people, ';') from project_task order by source_id"))
                .containsExactly("1 name:Bo Holm", "2 ");
        assertThat(column(AFTER)).containsExactly("31 after 32, 2");
    }

    /** It names the project, and why that is not there; its notes name the task. */
    @Test
    void leavesOutWhatBelongsToATemplateOrToNothing() {
        AUTOTASK.records("Tasks", rows(task(34).with("phaseID", 61), task(35).with("phaseID", 5)))
                .records("TaskPredecessors", rows(after(42, 31, 31), after(43, 31, 33), after(44, 5, 31)));
        String migration = create();

        Answer ended = run(migration);

        assertThat(findings(migration, "tasks", 33)).containsExactly("PARENT_NOT_IMPORTED projectID=600 -> ");
        assertThat(findings(migration, "tasks", 34)).containsExactly("REFERENCE_MISSING phaseID=61 -> ");
        assertThat(findings(migration, "tasks", 35)).containsExactly("REFERENCE_MISSING phaseID=5 -> ");
        assertThat(column("select source_id::text from project_task where phase_id is null order by 1"))
                .containsExactly("32", "34", "35");
        assertThat(api.get(migration + "/records?size=500&entity=tasks").text())
                .contains(
                        "Its project Pattern (600) is a template or a baseline in Autotask, or of a type that is not imported,"
                                + " and this belongs to it.")
                .contains("Its phase belongs to another project (600), so it stands without one.");
        assertThat(api.get(migration + "/records?size=500&entity=taskNotes").text())
                .contains("Its task Task 33 (33) was skipped. It has no task to belong to.");
        comesAfterNothingThatIsNotThere(migration, ended);
    }

    private void comesAfterNothingThatIsNotThere(String migration, Answer ended) {
        assertThat(counts(ended, "taskPredecessors")).isEqualTo(List.of(4L, 1L, 1L, 0L, 0L, 0L, 3L, 0L));
        assertThat(elements(api.get(migration + "/records?entity=taskPredecessors")
                                .json()
                                .path("items"))
                        .filter(item -> !item.path("outcome").asString().equals("LOADED"))
                        .map(item -> item.path("sourceId").asString() + " "
                                + item.path("code").asString() + " "
                                + item.path("field").asString()))
                .containsExactlyInAnyOrder(
                        "TaskPredecessors:42 PRECEDES_ITSELF predecessorTaskID",
                        "TaskPredecessors:43 PARENT_NOT_IMPORTED predecessorTaskID",
                        "TaskPredecessors:44 PARENT_NOT_IMPORTED successorTaskID");
    }

    @Test
    void followsThePeopleOfATaskAndLeavesThemWhereTheyCannotBeRead() {
        String migration = create();
        run(migration);
        AUTOTASK.failAlways("TaskSecondaryResources", StubFault.FORBIDDEN);

        run(migration);

        assertThat(column("select array_to_string(people, ';') from project_task where source_id = 31"))
                .containsExactly("name:Bo Holm");
        assertThat(api.get(migration + "/report").text()).contains("LOOKUP_UNREADABLE");

        AUTOTASK.recover().remove("TaskSecondaryResources", 1);
        Answer followed = run(migration);

        assertThat(counts(followed, "tasks").subList(2, 5)).isEqualTo(List.of(0L, 1L, 1L));
        assertThat(column("select cardinality(people)::text from project_task where source_id = 31"))
                .containsExactly("0");
    }

    /** People are named: an id would tell the Owner nothing. */
    @Test
    void keepsEditsUnlessAutotaskWins() {
        String migration = create();
        run(migration);
        String owner = column("select id::text from identity_user").getFirst();
        String name = column("select name from identity_user").getFirst();
        editTask(31, task -> {
            task.put("assigneeId", owner);
            task.putArray("people").addObject().put("name", "Someone else");
            task.withArray("people").addObject().put("userId", owner);
        });
        editTask(32, task -> task.put("title", "As people call it"));
        AUTOTASK.records(
                        "Tasks",
                        rows(
                                task(31).with("phaseID", 21).with("assignedResourceID", 29000002),
                                task(32).with("title", "Renamed")))
                .records("TaskSecondaryResources", rows(participant(1, 31, 29000001)));

        run(migration);

        assertThat(findings(migration, "tasks", 31))
                .filteredOn(finding -> finding.startsWith("LOCAL_EDIT_KEPT"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding).doesNotContain(owner))
                .anySatisfy(finding -> assertThat(finding).endsWith("-> Someone else, " + name));
        assertThat(findings(migration, "tasks", 32))
                .containsExactly("LOCAL_EDIT_KEPT title=Renamed -> As people call it");
        assertThat(api.get(migration + "/edits").text())
                .contains("Someone else, " + name)
                .doesNotContain(owner);

        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        ended(migration);

        assertThat(column("select title from project_task where source_id = 32"))
                .containsExactly("Renamed");
        assertThat(overwritten(
                        "Task",
                        column("select id::text from project_task where source_id = 32")
                                .getFirst()))
                .contains("As people call it");
    }

    private void editTask(long id, Consumer<ObjectNode> edit) {
        String address = "/api/v1/tasks/"
                + column("select id::text from project_task where source_id = " + id)
                        .getFirst();
        ObjectNode record = (ObjectNode) api.get(address).json();
        edit.accept(record);
        Answer edited = api.put(address, record.toString());
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    }

    @Test
    void bringsNothingBackThatSomebodyDeleted() {
        String migration = create();
        run(migration);
        jdbc.sql("delete from project_task where source_id = 31").update();

        Answer ended = run(migration);

        assertThat(column("select source_id::text from project_task")).containsExactly("32");
        assertThat(findings(migration, "tasks", 31)).singleElement().satisfies(finding -> assertThat(finding)
                .startsWith("DELETED_IN_ASCENT"));
        assertThat(api.get(migration + "/records?size=500&entity=taskNotes").text())
                .contains("Its task (31) was deleted in Ascent. It is not brought back.");
        assertThat(counts(ended, "taskPredecessors").subList(0, 2)).isEqualTo(List.of(1L, 0L));
        assertThat(counts(ended, "taskNotes").subList(0, 2)).isEqualTo(List.of(2L, 0L));
    }
}
