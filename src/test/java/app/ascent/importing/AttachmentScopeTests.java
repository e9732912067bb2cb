package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.importing.OwnerApi.Answer;
import java.time.Duration;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Which files come and when: up to a size, from a day on, later than everything else; paused and resumed. */
class AttachmentScopeTests extends AttachmentJourney {

    AttachmentScopeTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts", "tickets", "attachments");
    }

    private Answer take(String migration, String scope) {
        Answer taken = api.put(migration + "/scope", scope);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        return taken;
    }

    private static JsonNode attachments(Answer migration) {
        return elements(migration.json().path("entities"))
                .filter(one -> one.path("entity").asString().equals("attachments"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leavesOutWhatIsBeyondTheLimitsAndFetchesNothingOfIt() {
        AUTOTASK.records(
                INFO,
                rows(
                        file(5, 1),
                        file(6, 1).with("attachDate", "2023-12-31T23:59:59Z"),
                        file(7, 1).with("fileSize", 11),
                        file(8, 1).withNull("attachDate", "fileSize"),
                        file(9, 1).with("fileSize", 90_000_000)));
        LongStream.of(5, 6, 7, 8).forEach(id -> served(id, 1, "hello"));
        served(7, 1, "hello again");
        String migration = create();

        Answer scope = take(migration, "{\"history\":\"ALL\",\"files\":{\"since\":\"2024-01-01\",\"upTo\":10}}");
        Answer ended = run(migration);

        assertThat(scope.text()).endsWith("\"files\":{\"since\":\"2024-01-01\",\"upTo\":10}}");
        assertThat(counts(ended, "attachments")).containsExactly(2L, 2L, 2L, 0L, 0L, 0L, 0L, 0L);
        assertThat(attachments(ended).path("leftOut").asLong()).isEqualTo(3);
        assertThat(attachments(ended).path("bytes").toString()).isEqualTo("{\"expected\":5,\"handled\":5,\"kept\":5}");
        assertThat(fetched()).containsExactly(8L, 5L);
        assertThat(api.get(migration + "/runs").text()).contains("\"files\":{\"since\":\"2024-01-01\",\"upTo\":10}");

        take(migration, "{\"history\":\"ALL\"}");
        AUTOTASK.forgetCalls();

        assertThat(counts(run(migration), "attachments"))
                .as("and brings it when they are gone")
                .containsExactly(5L, 4L, 2L, 0L, 2L, 0L, 1L, 0L);
        assertThat(fetched()).containsExactly(7L, 6L);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"since\":\"2999-01-01\"}', files.since, not come yet",
        "'{\"since\":\"yesterday\"}', files.since, no day",
        "'{\"since\":\"1701-01-01\"}', files.since, that old",
        "'{\"upTo\":0}', files.upTo, at least one byte",
        "'{\"upTo\":26214401}', files.upTo, above 25 MB"
    })
    void refusesLimitsThatMakeNoSense(String files, String field, String why) {
        Answer refused = api.put(create() + "/scope", "{\"history\":\"ALL\",\"files\":%s}".formatted(files));

        assertProblem(refused, 422, "scope-refused");
        assertThat(refused.at("/field")).isEqualTo(field);
        assertThat(refused.at("/detail")).contains(why);
    }

    @Test
    void bringsFilesAloneOfWhatEarlierRunsBrought() {
        AUTOTASK.records(INFO, rows(file(5, 1), file(6, 1).with("ticketNoteID", 11), file(7, 2)));
        Stream.of(5L, 6L).forEach(id -> served(id, 1, "hello"));
        served(7, 2, "hello");
        String migration = create();
        take(migration, scope("attachments"));
        run(migration);
        assertThat(fetched()).isEmpty();
        AUTOTASK.forgetCalls();

        take(migration, scope("contacts", "contracts", "assets", "projects", "tickets", "timeEntries"));
        Answer ended = run(migration);

        assertThat(counts(ended, "attachments")).startsWith(3L, 3L, 3L);
        assertThat(column("select source_id || ' ' || owner_kind from attachment order by source_id"))
                .containsExactly("5 tickets", "6 entries", "7 tickets");
        assertThat(AUTOTASK.calls())
                .as("nothing else is read again")
                .filteredOn(call -> call.path().endsWith("/query"))
                .extracting(call -> call.endpoint())
                .doesNotContain(
                        "Contacts",
                        "Contracts",
                        "ConfigurationItems",
                        "Projects",
                        "Tickets",
                        "TicketNotes",
                        "TimeEntries")
                .contains("Companies", INFO);
    }

    @Test
    void reportsHowMuchIsKeptAsProgressDoes() {
        AUTOTASK.records(INFO, rows(file(5, 1), file(6, 1), file(8, 1).with("fileSize", 30_000_000)));
        served(5, 1, "hello");
        String migration = create();

        Answer ended = run(migration);

        assertThat(attachments(api.get(migration + "/report")).path("bytes"))
                .hasToString("{\"expected\":30000010,\"handled\":30000010,\"kept\":5}")
                .isEqualTo(attachments(ended).path("bytes"));
    }

    private static String scope(String... leftOut) {
        return "{\"history\":\"ALL\",\"entities\":["
                + String.join(
                        ",",
                        Stream.of(leftOut)
                                .map(kind -> "{\"entity\":\"%s\",\"included\":false}".formatted(kind))
                                .toList())
                + "]}";
    }

    @ParameterizedTest
    @CsvSource({"pause, PAUSED", "cancel, CANCELLED"})
    void goesOnBehindWhatWasFetchedWhenItWasStopped(String deed, String status) {
        AUTOTASK.records(
                INFO,
                LongStream.rangeClosed(1, 40)
                        .mapToObj(id -> file(id, 1).toString())
                        .toList());
        LongStream.rangeClosed(1, 40).forEach(id -> served(id, 1, "hello"));
        String migration = create();
        start(migration);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !fetched().isEmpty());
        AUTOTASK.delay(Duration.ofMillis(60));
        await().atMost(Duration.ofSeconds(20)).until(() -> fetched().size() > 18);

        assertThat(api.post(migration + "/" + deed, null).status()).isEqualTo(202);
        Answer stopped = awaited(migration, status);
        AUTOTASK.delay(Duration.ZERO);
        long here = count("attachment");
        start(migration);
        Answer ended = ended(migration);

        assertThat(here).isBetween(1L, 39L);
        assertThat(counts(stopped, "tickets")).startsWith(3L, 3L, 3L);
        assertThat(counts(ended, "attachments")).startsWith(40L, 40L);
        assertThat(count("attachment")).isEqualTo(40);
        assertThat(fetched()).as("a batch at most is fetched again").hasSizeBetween(40, 56);
    }
}
