package app.ascent.importing;

import static app.ascent.importing.ProjectPayloads.project;
import static app.ascent.importing.ProjectPayloads.rows;
import static app.ascent.importing.ProjectPayloads.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.importing.OwnerApi.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Projects come in two waves, of which the second may find other ones than the first, or be stopped. */
class ProjectWavesTests extends ProjectJourney {

    ProjectWavesTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("projects");
    }

    /** Narrower, everything that was brought stays; wider, it is unchanged. */
    @ParameterizedTest
    @ValueSource(strings = {"NONE", "SINCE"})
    void deletesNothingThatIsLeftOutLater(String narrow) {
        AUTOTASK.records(
                "Projects",
                rows(project(512)
                        .with("completedDateTime", "2019-05-01T00:00:00Z")
                        .with("lastActivityDateTime", "2019-05-01T00:00:00Z")));
        String migration = create();
        run(migration);
        List<String> written = written();
        reach(migration, narrow);

        Answer narrowed = run(migration);
        reach(migration, "ALL");
        Answer widened = run(migration);

        assertThat(written()).isEqualTo(written);
        assertThat(figures(narrowed, "projects")).isEqualTo(List.of(1L, 1L, 1L, 0L, 0L, 1L));
        for (String type : TYPES) {
            List<Long> counted = figures(narrowed, type);
            assertThat(counted.get(1)).as(type).isEqualTo(counted.get(2) + counted.get(3) + counted.get(4));
            assertThat(counted.get(3) + counted.get(4)).as(type).isZero();
            assertThat(counts(widened, type).get(4))
                    .as(type)
                    .isEqualTo(counts(widened, type).getFirst());
        }
    }

    @ParameterizedTest
    @CsvSource({"true, ALL", "false, ALL", "true, SINCE", "false, SINCE"})
    void takesAProjectOnceThatEndsOrGoesOnBetweenTheWaves(boolean ends, String history) {
        AUTOTASK.records(
                "Projects",
                LongStream.rangeClosed(600, 620)
                        .mapToObj(id -> (ends ? project(id) : over(project(id))).toString())
                        .toList());
        AUTOTASK.longestPage(4).delay(Duration.ofMillis(150));
        String migration = create();
        reach(migration, history);
        start(migration);
        await().atMost(Duration.ofSeconds(20)).until(() -> AUTOTASK.calls().stream()
                .anyMatch(call -> call.path().contains("Projects/query")
                        && call.body().contains("notExist")
                        && !call.path().contains("count")));
        AUTOTASK.records(
                "Projects",
                LongStream.rangeClosed(600, 620)
                        .mapToObj(id -> (ends ? over(project(id)) : project(id)).toString())
                        .toList());

        Answer ended = ended(migration);

        assertThat(counts(ended, "projects")).isEqualTo(List.of(23L, 23L, 23L, 0L, 0L, 0L, 0L, 0L));
        assertThat(column("select count(*)::text from project where (completed_at is not null) = " + ends
                        + " and source_id >= 600"))
                .containsExactly("21");
        AUTOTASK.recover();
        assertThat(counts(run(migration), "projects").subList(2, 5)).isEqualTo(List.of(0L, 0L, 23L));
    }

    private static Payload over(Payload project) {
        return project.with("completedDateTime", "2026-05-01T00:00:00Z")
                .with("lastActivityDateTime", "2026-05-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "cancel"})
    void endsAsWithoutAStopHoweverOftenItIsStopped(String stop) {
        AUTOTASK.records(
                "Projects",
                LongStream.rangeClosed(600, 620)
                        .mapToObj(id -> (id % 2 == 0 ? project(id) : over(project(id))).toString())
                        .toList());
        AUTOTASK.records(
                "Tasks",
                LongStream.rangeClosed(700, 730)
                        .mapToObj(
                                id -> task(id).with("projectID", 600 + id % 20).toString())
                        .toList());
        AUTOTASK.longestPage(3).delay(Duration.ofMillis(40));
        String migration = create();
        for (int times = 1; times <= 9; times++) {
            Answer started = api.post(migration + "/start", null);
            if (started.status() != 202) {
                break;
            }
            int enough = AUTOTASK.calls().size() + 3 + 5 * times;
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> AUTOTASK.calls().size() >= enough
                            || api.get(migration).at("/status").startsWith("COMPLETED"));
            api.post(migration + "/" + stop, null);
            awaited(migration, "PAUSED", "CANCELLED", "COMPLETED", "COMPLETED_WITH_ISSUES");
        }
        AUTOTASK.recover();

        Answer ended = run(migration);

        assertThat(figures(ended, "projects")).isEqualTo(List.of(23L, 23L, 23L, 0L, 0L, 0L));
        assertThat(figures(ended, "tasks")).isEqualTo(List.of(34L, 34L, 34L, 0L, 0L, 0L));
        assertThat(count("project")).isEqualTo(23);
        assertThat(count("project_task")).isEqualTo(34);
        assertThat(column("select (count(*) - count(distinct (project_id, number)))::text from project_task"))
                .containsExactly("0");
    }
}
