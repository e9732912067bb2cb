package app.ascent.importing;

import static app.ascent.importing.ProjectPayloads.after;
import static app.ascent.importing.ProjectPayloads.phase;
import static app.ascent.importing.ProjectPayloads.project;
import static app.ascent.importing.ProjectPayloads.rows;
import static app.ascent.importing.ProjectPayloads.task;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of projects, and of what belongs to them, when it moves, goes, or is told of twice. */
class MovedTasksTests extends ProjectJourney {

    private static final String AFTER =
            """
            select t.source_id || ' after ' || p.source_id from project_task_predecessor x
            join project_task t on t.id = x.task_id join project_task p on p.id = x.predecessor_id order by 1""";

    private static final String STANDS =
            """
            select t.source_id || ' in ' || p.source_id || '/' || coalesce(f.source_id::text, '-') || ', ' || t.number
            from project_task t join project p on p.id = t.project_id
            left join project_phase f on f.id = t.phase_id order by 1""";

    MovedTasksTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contracts", "projects");
    }

    // Pairs.

    /**
     * One pair that is told of twice, as related devices may be; one that was taken away and put back, which makes a
     * new row of it; two rows that change places, and one that comes to say what people said already.
     */
    @Test
    void followsPairsThatChange() {
        AUTOTASK.records("Tasks", rows(task(34), task(35), task(36)))
                .records(
                        "TaskPredecessors",
                        rows(
                                after(42, 33, 32),
                                after(43, 33, 32),
                                after(51, 34, 35),
                                after(52, 34, 36),
                                after(53, 35, 36)));
        String migration = create();
        Answer first = run(migration);
        assertThat(counts(first, "taskPredecessors")).isEqualTo(List.of(6L, 6L, 6L, 0L, 0L, 0L, 0L, 0L));
        editTask(36, task -> task.putArray("predecessorIds"));
        editTask(35, task -> task.putArray("predecessorIds").add(id("project_task", 36)));
        AUTOTASK.remove("TaskPredecessors", 41)
                .records(
                        "TaskPredecessors",
                        rows(after(45, 31, 32), after(51, 34, 36), after(52, 34, 35), after(53, 34, 35)));

        Answer second = run(migration);

        assertThat(counts(second, "taskPredecessors")).isEqualTo(List.of(6L, 6L, 1L, 3L, 2L, 0L, 0L, 0L));
        assertThat(predecessors(33)).isEqualTo(1);
        assertThat(predecessors(34)).isEqualTo(2);
        editTask(31, task -> task.putArray("predecessorIds"));
        assertThat(column(AFTER)).isNotEmpty().noneMatch(pair -> pair.startsWith("31"));
    }

    private int predecessors(long task) {
        return api.get("/api/v1/tasks/" + id("project_task", task))
                .json()
                .path("predecessorIds")
                .size();
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

    /** A parent that people chose stays behind when Autotask moves a phase. */
    @Test
    void deletesAProjectOfWhosePhaseOneOfAnotherIsPart() {
        AUTOTASK.records("Phases", rows(phase(22, 512)));
        String migration = create();
        run(migration);
        edit(
                "/api/v1/projects/%s/phases/%s".formatted(id("project", 512), id("project_phase", 22)),
                phase -> phase.put("parentId", id("project_phase", 21)));
        AUTOTASK.records("Phases", rows(phase(22, 513)));
        run(migration);

        Answer deleted = api.delete("/api/v1/projects/" + id("project", 512));

        assertThat(deleted.status()).as(deleted.text()).isEqualTo(204);
        assertThat(column("select source_id || coalesce(parent_id::text, '') from project_phase order by 1"))
                .containsExactly("22", "23");
        assertThat(column("select entity_id from audit_entry where changes::text like '%A phase of Project 512%'"))
                .containsExactly(id("project_phase", 22));
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

    @Test
    void leavesAProjectThatIsNoneAnyMore() {
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
    }
}
