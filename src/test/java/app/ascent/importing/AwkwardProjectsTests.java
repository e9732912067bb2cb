package app.ascent.importing;

import static app.ascent.importing.ProjectPayloads.after;
import static app.ascent.importing.ProjectPayloads.phase;
import static app.ascent.importing.ProjectPayloads.project;
import static app.ascent.importing.ProjectPayloads.rows;
import static app.ascent.importing.ProjectPayloads.said;
import static app.ascent.importing.ProjectPayloads.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.importing.OwnerApi.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Projects, and what belongs to them, that are odd, that come late, or that change while they are read. */
class AwkwardProjectsTests extends ProjectJourney {

    AwkwardProjectsTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contracts", "projects");
    }

    /** NUL and halves of characters in every text, ids that need eight bytes, and texts that are longer than they may be. */
    @Test
    void takesOddTextsAndLongIds() {
        long big = 9_007_199_254_740_993L;
        String odd = "a\u0000b\ud800c\udc00d";
        String million = "x".repeat(999_999) + "\ud83d\ude00";
        AUTOTASK.records(
                "Projects",
                rows(Payload.project()
                        .with("id", big)
                        .with("projectName", odd)
                        .with("projectNumber", odd)
                        .with("description", odd + million)
                        .with("statusDetail", odd + million)
                        .with("extProjectNumber", odd)
                        .json("userDefinedFields", "[{\"name\":\"u\\u0000\\ud800\",\"value\":\"v\\u0000\\udc00\"}]")));
        AUTOTASK.records(
                "Phases",
                rows(phase(big, big)
                        .with("title", odd)
                        .with("description", odd + million)
                        .with("phaseNumber", odd)));
        AUTOTASK.records(
                "Tasks",
                rows(
                        task(big)
                                .with("projectID", big)
                                .with("phaseID", big)
                                .with("title", odd)
                                .with("taskNumber", odd)
                                .with("description", million)
                                .with("externalID", odd),
                        task(big + 1)
                                .with("projectID", big)
                                .with("title", "\u0000\ud800")
                                .with("taskNumber", "\udc00")));
        AUTOTASK.records("TaskPredecessors", rows(after(big, big, big + 1).with("lagDays", -9_000_000_000L)));
        AUTOTASK.records(
                "TaskNotes",
                rows(
                        said(big, "taskID", big).with("title", odd).with("description", million),
                        said(big + 1, "taskID", big).with("title", "\u0000").with("description", odd)));
        String migration = create();

        Answer first = run(migration);
        List<String> written = written();
        Answer second = run(migration);

        for (String type : TYPES) {
            assertThat(counts(first, type).getLast()).as(type).isZero();
            assertThat(counts(first, type).get(6)).as(type).isZero();
            assertThat(counts(second, type).subList(2, 5))
                    .as(type)
                    .isEqualTo(List.of(0L, 0L, counts(second, type).getFirst()));
        }
        assertThat(written()).isEqualTo(written);
        assertThat(column("select length(body)::text from conversation_entry where length(body) > 1000"))
                .containsExactly("999999");
        assertThat(column("select name from project where source_id = " + big)).containsExactly("abcd");
        assertThat(column("select title from project_task where source_id = " + (big + 1)))
                .containsExactly("Task " + (big + 1));
        assertThat(api.get("/api/v1/tasks?search=abcd").json().path("items")).hasSize(1);
    }

    @Test
    void bringsAllOfAProjectWhoseCompanyComesLater() {
        AUTOTASK.records("Projects", rows(project(514).with("companyID", 777)))
                .records("Phases", rows(phase(24, 514)))
                .records("Tasks", rows(task(34).with("projectID", 514).with("phaseID", 24)))
                .records("TaskPredecessors", rows(after(44, 34, 32)))
                .records("TaskNotes", rows(said(54, "taskID", 34)))
                .records("ProjectNotes", rows(said(64, "projectID", 514)));
        String migration = create();
        Answer without = run(migration);
        for (String type : TYPES) {
            assertThat(counts(without, type).get(6)).as(type).isEqualTo(1);
        }
        AUTOTASK.companies(Payload.company()
                .withNull("parentCompanyID")
                .with("id", 777)
                .with("companyName", "Late")
                .with("companyNumber", "L")
                .toString());

        Answer ended = run(migration);

        for (String type : TYPES) {
            assertThat(counts(ended, type).get(2)).as(type).isEqualTo(1);
            assertThat(counts(ended, type).get(6)).as(type).isZero();
        }
    }

    /** One that cannot be read is mended there and tried again, with all that waits for it. */
    @ParameterizedTest
    @CsvSource({
        "projects, Projects, companyID",
        "phases, Phases, projectID",
        "tasks, Tasks, projectID",
        "taskPredecessors, TaskPredecessors, successorTaskID",
        "taskNotes, TaskNotes, taskID",
        "projectNotes, ProjectNotes, projectID"
    })
    void triesAgainWhatFailed(String type, String entity, String field) {
        Payload good =
                switch (type) {
                    case "projects" -> project(900);
                    case "phases" -> phase(900, 512);
                    case "tasks" -> task(900);
                    case "taskPredecessors" -> after(900, 32, 31);
                    case "taskNotes" -> said(900, "taskID", 31);
                    default -> said(900, "projectID", 512);
                };
        AUTOTASK.records(entity, rows(good.with(field, "none")));
        String migration = create();
        Answer first = run(migration);
        assertThat(counts(first, type).getLast()).isEqualTo(1);
        AUTOTASK.records(entity, rows(good));

        Answer asked = api.post(
                migration + "/records/retry", "{\"entity\":\"%s\",\"code\":\"INVALID_VALUE\"}".formatted(type));
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(counts(api.get(migration), type).subList(6, 8))
                        .isEqualTo(List.of(0L, 0L)));
    }

    /** What was decided is applied without a call; a project that is none any more stays with all that hangs on it. */
    @Test
    void appliesDecisionsWithoutACall() {
        String migration = create();
        run(migration);
        List<String> tasks = column("select id::text from project_task order by 1");
        decide(migration, "projects", "projectType", "5", "NOT_A_PROJECT");
        decide(migration, "tasks", "status", "8", "WAITING");
        AUTOTASK.forgetCalls();
        start(migration, "{\"kind\":\"REMAP\"}");

        Answer ended = ended(migration);

        assertThat(AUTOTASK.calls()).isEmpty();
        assertThat(counts(ended, "projects")).isEqualTo(List.of(2L, 0L, 0L, 0L, 0L, 0L, 2L, 0L));
        assertThat(findings(migration, "projects", 512)).containsExactly("NOT_A_PROJECT projectType=5 -> ");
        assertThat(count("project")).isEqualTo(2);
        assertThat(column("select distinct status from project_task")).containsExactly("WAITING");
        assertThat(column("select id::text from project_task order by 1")).isEqualTo(tasks);
        for (String type : TYPES) {
            assertThat(counts(ended, type).getLast()).as(type).isZero();
        }
    }

    private void decide(String migration, String entity, String field, String value, String target) {
        Answer decided = api.put(
                migration + "/values",
                """
                {"entity":"%s","field":"%s","value":"%s","target":"%s"}"""
                        .formatted(entity, field, value, target));
        assertThat(decided.status()).as(decided.text()).isEqualTo(204);
    }

    /** What is deleted with its migration is adopted again by the next one, people's choices included. */
    @Test
    void adoptsWhatIsThere() {
        String migration = create();
        run(migration);
        List<String> ids = column("select id::text from project_task union all select id::text from project_phase"
                + " union all select id::text from conversation_entry union all select id::text from project"
                + " union all select id::text from project_task_predecessor order by 1");
        assertThat(api.delete(migration).status()).isBetween(200, 204);
        String again = create();

        Answer ended = run(again);

        for (String type : TYPES) {
            assertThat(counts(ended, type).get(5))
                    .as(type)
                    .isEqualTo(counts(ended, type).getFirst());
        }
        assertThat(column("select id::text from project_task union all select id::text from project_phase"
                        + " union all select id::text from conversation_entry union all select id::text from project"
                        + " union all select id::text from project_task_predecessor order by 1"))
                .isEqualTo(ids);
    }
}
