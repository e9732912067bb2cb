package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far back projects are taken, and with them what belongs to them. */
class ProjectScopeTests extends ImportJourney {

    ProjectScopeTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    private static Payload project(long id, String lastActivity) {
        return Payload.project()
                .with("id", id)
                .withNull("projectLeadResourceID")
                .with("lastActivityDateTime", lastActivity);
    }

    private static Payload done(Payload project) {
        return project.with("completedDateTime", "2019-05-01T00:00:00Z");
    }

    private static Payload of(long project, long id) {
        return Payload.record(id)
                .with("projectID", project)
                .with("title", "Of " + project)
                .with("status", 1)
                .with("priorityLabel", 2)
                .with("publish", 2)
                .with("noteType", 3)
                .with("createDateTime", "2019-04-01T00:00:00Z")
                .with("creatorResourceID", 29000001);
    }

    private static Payload pair(long id, long task, long previous) {
        return Payload.record(id).with("successorTaskID", task).with("predecessorTaskID", previous);
    }

    private static List<String> rows(Payload... payloads) {
        return Stream.of(payloads).map(Payload::toString).toList();
    }

    /** One that is open, though nothing happened for long; one done, to which something happened of late; and one that is over. */
    @BeforeEach
    void fillTenant() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .records(
                        "Projects",
                        rows(
                                project(1, "2018-01-01T00:00:00Z"),
                                done(project(2, "2026-01-01T00:00:00Z")),
                                done(project(3, "2019-06-01T00:00:00Z"))))
                .records("Phases", rows(of(1, 11), of(2, 12), of(3, 13)))
                .records("Tasks", rows(of(1, 31), of(2, 32), of(3, 33)))
                .records(
                        "TaskNotes",
                        rows(
                                of(1, 41).with("taskID", 31),
                                of(2, 42).with("taskID", 32),
                                of(3, 43).with("taskID", 33)))
                .records("TaskPredecessors", rows(pair(51, 31, 32), pair(52, 31, 33), pair(53, 33, 31)))
                .records("ProjectNotes", rows(of(1, 21), of(2, 22), of(3, 23)));
    }

    @ParameterizedTest
    @CsvSource({"ALL, 3, 0", "SINCE, 2, 1", "NONE, 1, 2"})
    void countsWhatIsLeftOutAndMissesNothingOfIt(String history, long taken, long leftOut) {
        String migration = create();
        reach(migration, history);

        Answer ended = run(migration);

        assertThat(ended.at("/status")).isEqualTo("COMPLETED");
        for (String entity : List.of("projects", "phases", "tasks", "projectNotes", "taskNotes")) {
            assertThat(figures(ended, entity)).as(entity).isEqualTo(List.of(taken, taken, taken, 0L, 0L, leftOut));
            assertThat(elements(api.get(migration + "/records?size=500&entity=" + entity)
                                    .json()
                                    .path("items"))
                            .filter(one -> !one.path("outcome").asString().equals("LOADED")))
                    .as(entity)
                    .isEmpty();
        }
    }

    /** A pair has two ends, and one that lies out of scope is enough. */
    @ParameterizedTest
    @CsvSource({"ALL, 3, 0", "SINCE, 1, 2", "NONE, 0, 3"})
    void leavesOutPairsOfWhichOneIsLeftOut(String history, long taken, long leftOut) {
        String migration = create();
        reach(migration, history);

        Answer ended = run(migration);

        assertThat(ended.at("/status")).isEqualTo("COMPLETED");
        assertThat(figures(ended, "taskPredecessors")).isEqualTo(List.of(taken, taken, taken, 0L, 0L, leftOut));
    }

    @Test
    void bringsTheRestWhenItReachesFurther() {
        String migration = create();
        reach(migration, "NONE");
        run(migration);
        reach(migration, "ALL");

        Answer ended = run(migration);

        assertThat(counts(ended, "projects")).isEqualTo(List.of(3L, 3L, 2L, 0L, 1L, 0L, 0L, 0L));
        assertThat(counts(ended, "phases")).isEqualTo(List.of(3L, 3L, 2L, 0L, 1L, 0L, 0L, 0L));
        assertThat(counts(ended, "projectNotes")).isEqualTo(List.of(3L, 3L, 2L, 0L, 1L, 0L, 0L, 0L));
    }
}
