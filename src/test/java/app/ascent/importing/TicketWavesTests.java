package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.autotask.AutotaskStub.Call;
import app.ascent.importing.OwnerApi.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much of the tickets is taken, in which order, and that a run which was stopped ends as any other. */
class TicketWavesTests extends TicketJourney {

    TicketWavesTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts", "tickets");
    }

    private static Payload old(long id) {
        return closed(id).with("lastActivityDate", "2019-06-01T10:00:00Z");
    }

    /** One that is open, though nothing happened for long; one that is closed, to which something happened of late; and one that is over. */
    private void fillOldAndNew() {
        AUTOTASK.remove("Tickets", 2)
                .remove("TicketNotes", 62)
                .records("Tickets", rows(whole().with("lastActivityDate", "2018-01-01T00:00:00Z"), old(3), closed(4)))
                .records("TicketNotes", rows(note(64, 4)));
    }

    @ParameterizedTest
    @CsvSource({"ALL, 3, 0", "SINCE, 2, 1", "NONE, 1, 2"})
    void countsWhatIsLeftOutAndMissesNothingOfIt(String history, long taken, long leftOut) {
        fillOldAndNew();
        AUTOTASK.records(
                "Tickets", rows(whole().withNull("problemTicketId").with("lastActivityDate", "2018-01-01T00:00:00Z")));
        String migration = create();
        reach(migration, history);

        Answer ended = run(migration);

        for (String entity : List.of("tickets", "ticketNotes")) {
            assertThat(figures(ended, entity)).as(entity).isEqualTo(List.of(taken, taken, taken, 0L, 0L, leftOut));
            assertThat(elements(api.get(migration + "/records?size=500&entity=" + entity)
                                    .json()
                                    .path("items"))
                            .filter(one -> !one.path("outcome").asString().equals("LOADED")))
                    .as(entity)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "SINCE"})
    void deletesNothingThatIsLeftOutLater(String narrow) {
        fillOldAndNew();
        String migration = create();
        run(migration);
        List<String> written = written();
        reach(migration, narrow);

        Answer narrowed = run(migration);
        reach(migration, "ALL");
        Answer widened = run(migration);

        assertThat(written()).isEqualTo(written);
        assertThat(figures(narrowed, "tickets").get(5)).isEqualTo(narrow.equals("NONE") ? 2 : 1);
        assertThat(figures(narrowed, "tickets").subList(3, 5)).isEqualTo(List.of(0L, 0L));
        assertThat(counts(widened, "tickets").subList(2, 5)).isEqualTo(List.of(0L, 0L, 3L));
    }

    /** What is open is of use first. */
    @Test
    void bringsOpenTicketsFirst() {
        String migration = create();

        run(migration);

        List<String> waves = AUTOTASK.calls().stream()
                .filter(call -> call.path().endsWith("Tickets/query"))
                .map(Call::body)
                .map(body -> body.contains("notExist") ? "open" : "closed")
                .distinct()
                .toList();
        assertThat(waves).containsExactly("open", "closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "cancel"})
    void endsAsWithoutAStopHoweverOftenItIsStopped(String stop) {
        AUTOTASK.records(
                        "Tickets",
                        LongStream.rangeClosed(600, 630)
                                .mapToObj(id -> (id % 2 == 0 ? ticket(id) : closed(id)).toString())
                                .toList())
                .records(
                        "TicketNotes",
                        LongStream.rangeClosed(700, 730)
                                .mapToObj(id -> note(id, 600 + id % 20).toString())
                                .toList());
        AUTOTASK.longestPage(3).delay(Duration.ofMillis(40));
        String migration = create();
        for (int times = 1; times <= 6; times++) {
            if (api.post(migration + "/start", null).status() != 202) {
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

        assertThat(figures(ended, "tickets")).isEqualTo(List.of(34L, 34L, 34L, 0L, 0L, 0L));
        assertThat(figures(ended, "ticketNotes")).isEqualTo(List.of(34L, 34L, 34L, 0L, 0L, 0L));
        assertThat(column("select count(*) || ' ' || count(distinct number) from desk_ticket"))
                .containsExactly("34 34");
    }
}
