package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far back tickets are taken, and with them what belongs to them; and what becomes of time without them. */
class TicketScopeTests extends TimeJourney {

    /** In place of the ticket that is there in any case. */
    private static final long OPEN = 1048576;

    TicketScopeTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("tickets", "timeEntries");
    }

    private static Payload ticket(long id, String lastActivity) {
        return Payload.ticket()
                .with("id", id)
                .with("ticketNumber", "T2019.%04d".formatted(id))
                .withNull("contactID", "completedDate", "problemTicketId")
                .with("lastActivityDate", lastActivity);
    }

    private static Payload done(Payload ticket) {
        return ticket.with("completedDate", "2019-05-01T00:00:00Z");
    }

    private static Payload note(long id, long ticket) {
        return Payload.record(id)
                .with("ticketID", ticket)
                .with("title", "Note " + id)
                .with("description", "Of " + ticket)
                .with("publish", 1)
                .with("noteType", 3)
                .with("createDateTime", "2019-04-01T00:00:00Z")
                .with("creatorResourceID", 29000001);
    }

    /** One that is open, though nothing happened for long; one done, to which something happened of late; and one that is over. */
    @BeforeEach
    void fillTickets() {
        AUTOTASK.records(
                        "Tickets",
                        rows(
                                ticket(OPEN, "2018-01-01T00:00:00Z"),
                                done(ticket(2, "2026-01-01T00:00:00Z")),
                                done(ticket(3, "2019-06-01T00:00:00Z"))))
                .records("TicketNotes", rows(note(21, OPEN), note(22, 2), note(23, 3), note(24, 3)))
                .records(
                        "TimeEntries",
                        rows(
                                time(1).with("ticketID", OPEN),
                                time(2).with("ticketID", 2),
                                time(3).with("ticketID", 3),
                                onTask(4)));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"history\":\"ALL\"', 3, 0, 4, 0, 4, 0",
        "'\"history\":\"SINCE\",\"since\":\"2025-01-01\"', 2, 1, 2, 2, 3, 1",
        "'\"history\":\"NONE\"', 1, 2, 1, 3, 2, 2"
    })
    void countsWhatIsLeftOutAndMissesNothingOfIt(
            String history, long tickets, long ticketsOut, long notes, long notesOut, long entries, long entriesOut) {
        String migration = create();
        take(migration, "{%s}".formatted(history));

        Answer ended = run(migration);

        assertThat(figures(ended, "tickets")).isEqualTo(loaded(tickets, ticketsOut));
        assertThat(figures(ended, "ticketNotes")).isEqualTo(loaded(notes, notesOut));
        assertThat(figures(ended, "timeEntries")).isEqualTo(loaded(entries, entriesOut));
        assertThat(lost(migration)).isEmpty();
    }

    @Test
    void leavesOutTimeOfTicketsThatAreLeftOutAsAKindAndKeepsThatOfTasks() {
        String migration = create();
        take(migration, "{\"history\":\"ALL\",\"entities\":[{\"entity\":\"tickets\",\"included\":false}]}");

        Answer ended = run(migration);

        assertThat(figures(ended, "timeEntries")).isEqualTo(loaded(1, 3));
        assertThat(lost(migration)).isEmpty();
        assertThat(ended.text()).doesNotContain("\"entity\":\"tickets\"");
        assertThat(column("select source_id::text from desk_time")).containsExactly("4");
    }

    @Test
    void leavesOutTimeWhereAllItHangsOnIsLeftOut() {
        String migration = create();

        Answer scope = take(
                migration,
                "{\"history\":\"ALL\",\"entities\":[{\"entity\":\"tickets\",\"included\":false},{\"entity\":\"projects\",\"included\":false}]}");

        assertThat(elements(scope.json().path("entities"))
                        .filter(kind -> !kind.path("included").asBoolean())
                        .map(kind -> kind.path("entity").asString()))
                .containsExactly("projects", "tickets", "timeEntries");
        AUTOTASK.forgetCalls();
        run(migration);
        assertThat(AUTOTASK.calls().toString()).doesNotContain("TimeEntries");
    }

    private Answer take(String migration, String scope) {
        Answer taken = api.put(migration + "/scope", scope);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        return taken;
    }

    /** All that came is in Ascent. */
    private static List<Long> loaded(long taken, long leftOut) {
        return List.of(taken, taken, taken, 0L, 0L, leftOut);
    }

    private List<String> lost(String migration) {
        return elements(api.get(migration + "/records?size=500").json().path("items"))
                .filter(one -> List.of("SKIPPED", "FAILED")
                        .contains(one.path("outcome").asString()))
                .map(one -> one.toString())
                .toList();
    }
}
