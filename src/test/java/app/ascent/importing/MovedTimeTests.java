package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Time that people or Autotask move between tickets and tasks: what it was worked on is one thing, however it is told. */
class MovedTimeTests extends TimeJourney {

    private static final String WORKED_ON =
            """
            select coalesce(t.subject, '-') || ', ' || coalesce(k.title, '-') || ', ' || (e.project_id is not null)
            from desk_time e left join desk_ticket t on t.id = e.ticket_id left join project_task k on k.id = e.task_id
            where e.source_id = 1""";

    MovedTimeTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("projects", "tickets", "timeEntries");
    }

    private void toTheTask() {
        edit(1, entry -> {
            entry.putNull("ticketId");
            entry.putNull("clientId");
            entry.put("taskId", column("select id::text from project_task").getFirst());
        });
    }

    private String otherTicket() {
        return added(
                "/api/v1/tickets",
                "{\"subject\":\"Other\",\"clientId\":\"%s\"}"
                        .formatted(column("select client_id::text from desk_ticket")
                                .getFirst()));
    }

    @Test
    void movesTimeBackToItsTicketWhereAutotaskWins() {
        String migration = create();
        run(migration);
        String before = column(WORKED_ON).getFirst();
        toTheTask();
        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        Answer ended = ended(migration);

        assertThat(findings(migration, "timeEntries", 1)).isEmpty();
        assertThat(counts(ended, "timeEntries").get(7)).isZero();
        assertThat(column(WORKED_ON)).containsExactly(before);
    }

    @Test
    void leavesTimeOnTheTaskToWhichSomebodyMovedIt() {
        String migration = create();
        run(migration);
        toTheTask();
        String moved = column(WORKED_ON).getFirst();
        AUTOTASK.records("TimeEntries", rows(time(1).with("summaryNotes", "Said otherwise"), onTask(2)));
        Answer ended = run(migration);

        assertThat(counts(ended, "timeEntries").get(7)).isZero();
        assertThat(column(WORKED_ON)).containsExactly(moved).first().asString().startsWith("-, ");
    }

    @Test
    void leavesTimeThatAutotaskPutOnATaskOnTheTicketOnWhichSomebodyPutIt() {
        String migration = create();
        run(migration);
        String other = otherTicket();
        edit(1, entry -> entry.put("ticketId", other));
        AUTOTASK.records("TimeEntries", rows(onTask(1), onTask(2)));
        Answer ended = run(migration);

        assertThat(counts(ended, "timeEntries").get(7)).isZero();
        assertThat(findings(migration, "timeEntries", 1))
                .singleElement()
                .asString()
                .startsWith("LOCAL_EDIT_KEPT ticketID=");
        assertThat(column(WORKED_ON)).containsExactly("Other, -, false");
    }

    @Test
    void followsTimeToATaskWhereAutotaskWins() {
        String migration = create();
        run(migration);
        String other = otherTicket();
        edit(1, entry -> entry.put("ticketId", other));
        AUTOTASK.records("TimeEntries", rows(onTask(1), onTask(2)));
        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        Answer ended = ended(migration);

        assertThat(counts(ended, "timeEntries").get(7)).isZero();
        assertThat(column(WORKED_ON).getFirst()).startsWith("-, ").endsWith(", true");
    }
}
