package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.StubFault;
import app.ascent.desk.time.TimeEntries;
import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole runs that bring the time that was worked. */
class TimeRunTests extends TimeJourney {

    TimeRunTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contracts", "projects", "tickets", "timeEntries");
    }

    @Test
    void bringsTimeOfTicketsAndTasksAndNothingTwice() {
        AUTOTASK.records(
                "TimeEntries",
                rows(
                        time(3).withNull("ticketID").with("internalBillingCodeID", 29682801),
                        time(4).with("ticketID", 5),
                        onTask(5).with("taskID", 6)));
        String migration = create();

        Answer first = run(migration);
        List<String> written = column("select xmin::text from desk_time order by id");
        Answer second = run(migration);

        assertThat(counts(first, "timeEntries")).isEqualTo(List.of(5L, 2L, 2L, 0L, 0L, 0L, 3L, 0L));
        assertThat(counts(second, "timeEntries")).isEqualTo(List.of(5L, 2L, 0L, 0L, 2L, 0L, 3L, 0L));
        assertThat(column("select xmin::text from desk_time order by id")).isEqualTo(written);
        assertThat(
                        column(
                                """
                        select e.source_id || ' ' || e.date || ' ' || e.minutes || ' ' || e.description || ', ' || c.name || ', '
                            || coalesce(t.subject, k.title) || ', ' || coalesce(p.name, '-') || ', ' || e.work_type || ', ' || e.role
                        from desk_time e join crm_client c on c.id = e.client_id left join desk_ticket t on t.id = e.ticket_id
                        left join project_task k on k.id = e.task_id left join project p on p.id = e.project_id
                        order by e.source_id"""))
                .satisfiesExactly(
                        ticket -> assertThat(ticket)
                                .startsWith("1 2026-09-28 15 Work 1, ")
                                .endsWith(", -, Remote support, Engineer"),
                        task -> assertThat(task)
                                .startsWith("2 2026-09-28 15 Work 2, ")
                                .endsWith(", Network renewal, Remote support, Engineer"));
        assertThat(column("select distinct (user_id is not null)::text from desk_time"))
                .containsExactly("true");
        assertThat(findings(migration, "timeEntries", 3)).containsExactly("NO_WORK_ITEM ticketID= -> ");
        assertThat(findings(migration, "timeEntries", 4)).containsExactly("PARENT_NOT_IMPORTED ticketID=5 -> ");
        assertThat(findings(migration, "timeEntries", 5)).containsExactly("PARENT_NOT_IMPORTED taskID=6 -> ");
        assertThat(api.get(migration + "/records?size=500&entity=timeEntries").text())
                .contains("its ticket (5)")
                .contains("its task (6)");
        assertThat(notices(migration)).noneMatch(notice -> notice.startsWith("timeEntries"));
    }

    /** What is out of scope is read, and counted as left out, as notes are. */
    @ParameterizedTest
    @CsvSource({"ALL, 2, 0", "NONE, 1, 1"})
    void leavesOutTimeOfWhatIsOutOfScope(String history, long taken, long leftOut) {
        AUTOTASK.records(
                "Tickets",
                rows(Payload.ticket()
                        .withNull("contactID")
                        .with("completedDate", "2019-05-01T00:00:00Z")
                        .with("lastActivityDate", "2019-05-01T00:00:00Z")));
        String migration = create();
        reach(migration, history);

        Answer ended = run(migration);

        assertThat(elements(ended.json().path("entities"))
                        .filter(one -> one.path("entity").asString().equals("timeEntries"))
                        .map(one -> Stream.of("pulled", "loaded", "skipped", "failed", "leftOut")
                                .map(name -> one.path(name).asLong())
                                .toList()))
                .containsExactly(List.of(taken, taken, 0L, 0L, leftOut));
    }

    @Test
    void followsAutotaskAndKeepsEditsAndDeletions() {
        AUTOTASK.records("TimeEntries", rows(time(3)));
        String migration = create();
        run(migration);
        assertThat(api.delete(address(3)).status()).isEqualTo(204);
        edit(1, entry -> entry.put("description", "As people say it"));
        AUTOTASK.records(
                "TimeEntries",
                rows(time(1).with("summaryNotes", "Said otherwise").json("hoursWorked", "0.5"), onTask(2)));

        run(migration);

        assertThat(column("select description || ' ' || minutes from desk_time where source_id = 1"))
                .containsExactly("As people say it 30");
        assertThat(findings(migration, "timeEntries", 1))
                .containsExactly("LOCAL_EDIT_KEPT summaryNotes=Said otherwise -> As people say it");
        assertThat(column("select source_id::text from desk_time order by 1")).containsExactly("1", "2");
        assertThat(findings(migration, "timeEntries", 3))
                .singleElement()
                .asString()
                .startsWith("DELETED_IN_ASCENT");

        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        ended(migration);

        assertThat(column("select description from desk_time where source_id = 1"))
                .containsExactly("Said otherwise");
        assertThat(overwritten(
                        TimeEntries.AUDITED_AS,
                        column("select id::text from desk_time where source_id = 1")
                                .getFirst()))
                .contains("As people say it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TimeEntries", "BillingItems", "Invoices"})
    void endsAsWithoutAStopWhereverItWasStopped(String stoppedAt) {
        AUTOTASK.records("BillingItems", rows(posted(7, 1, 1))).records("Invoices", rows(invoice(1, "INV-1", false)));
        String migration = create();
        AUTOTASK.failAlways(stoppedAt, StubFault.MAINTENANCE);
        start(migration);
        awaited(migration, "WAITING");
        AUTOTASK.recover();

        Answer ended = run(migration);

        assertThat(counts(ended, "timeEntries")).isEqualTo(List.of(2L, 2L, 2L, 0L, 0L, 0L, 0L, 0L));
        assertThat(column(STATES)).containsExactly("1 INVOICED INV-1", "2 UNBILLED -");
    }

    /** A tenant that refuses the question has not answered that there is none. */
    @Test
    void alarmsNobodyWhereAutotaskRefusesToTell() {
        AUTOTASK.fields("TimeEntries", filterable("id"))
                .records(
                        "TimeEntries",
                        LongStream.rangeClosed(1, 1_001)
                                .mapToObj(id -> time(id).toString())
                                .toList());
        String migration = create();

        run(migration);

        assertThat(notices(migration)).noneMatch(notice -> notice.startsWith("timeEntries"));
    }

    /** Autotask hides them, and says nothing of it. */
    @ParameterizedTest
    @CsvSource({"1000, false, false", "1001, false, true", "1001, true, false"})
    void saysWhenNonBillableTimeMayBeHidden(long entries, boolean any, boolean said) {
        AUTOTASK.records(
                "TimeEntries",
                LongStream.rangeClosed(1, entries)
                        .mapToObj(id ->
                                time(id).with("isNonBillable", any && id == 7).toString())
                        .toList());
        String migration = create();

        run(migration);

        assertThat(notices(migration).stream().anyMatch(notice -> notice.startsWith("timeEntries MAYBE_HIDDEN")))
                .isEqualTo(said);
        if (said) {
            assertThat(notices(migration)).anySatisfy(notice -> assertThat(notice)
                    .contains("1,001 time entries and none is non-billable")
                    .contains("run again"));
        }
    }
}
