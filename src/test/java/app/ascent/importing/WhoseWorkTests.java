package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.CountedStatements;
import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose tickets and hours are whose, as the Owner decides who people are. */
@Import(CountedStatements.class)
class WhoseWorkTests extends TimeJourney {

    private static final long BO = 29000002;

    private static final String WHOSE =
            """
            select 'ticket ' || t.source_id || ' ' || coalesce(u.name, 'no user') || ', ' || coalesce(t.assignee_name, 'no name')
                || ', ' || array_to_string(t.people, ';')
            from desk_ticket t left join identity_user u on u.id = t.assignee_id
            union all
            select 'time ' || e.source_id || ' ' || coalesce(u.name, 'no user') || ', ' || coalesce(e.user_name, 'no name')
                || ', ' || e.billing_state
            from desk_time e left join identity_user u on u.id = e.user_id order by 1""";

    private final CountedStatements statements;

    WhoseWorkTests(JdbcClient jdbc, @Value("${local.server.port}") int port, CountedStatements statements) {
        super(jdbc, port);
        this.statements = statements;
    }

    @Override
    Set<String> kinds() {
        return Set.of("projects", "tickets", "timeEntries");
    }

    private static Payload ticket(long id, long assignee) {
        return Payload.ticket()
                .with("id", id)
                .with("ticketNumber", "T2026.%04d".formatted(id))
                .withNull("contactID", "completedDate", "creatorResourceID", "problemTicketId")
                .with("assignedResourceID", assignee);
    }

    /** Of Bo are a ticket, a place in the team of another, and two entries of which one is on an invoice. */
    @BeforeEach
    void fillWork() {
        AUTOTASK.records("Tickets", rows(ticket(1, BO), ticket(2, 29000001), ticket(1048576, 29000001)))
                .records(
                        "TicketSecondaryResources",
                        rows(Payload.record(1).with("ticketID", 2).with("resourceID", BO)))
                .records(
                        "TimeEntries",
                        rows(
                                time(1).with("ticketID", 1).with("resourceID", BO),
                                time(2).with("ticketID", 1)
                                        .with("resourceID", BO)
                                        .json("hoursWorked", "1.5"),
                                time(3).with("ticketID", 2)))
                .records("BillingItems", rows(posted(7, 1, 1)))
                .records("Invoices", rows(invoice(1, "INV-1", false)));
    }

    @Test
    void changesExactlyWhatIsTheirsWithoutACall() {
        String migration = create();
        run(migration);
        assertThat(column(WHOSE))
                .containsExactly(
                        "ticket 1 no user, Bo Holm, ",
                        "ticket 1048576 owner, no name, ",
                        "ticket 2 owner, no name, name:Bo Holm",
                        "time 1 no user, Bo Holm, INVOICED",
                        "time 2 no user, Bo Holm, UNBILLED",
                        "time 3 owner, no name, UNBILLED");
        String untouched = "select xmin::text from desk_ticket where source_id = 1048576 union all"
                + " select xmin::text from desk_time where source_id = 3";
        List<String> before = column(untouched);
        AUTOTASK.forgetCalls();

        Answer chosen = api.put(
                migration + "/people",
                "{\"items\":[{\"resourceId\":\"%d\",\"target\":\"USER\",\"userId\":\"%s\"}]}".formatted(BO, owner()));
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(204);
        start(migration, "{\"kind\":\"REMAP\"}");
        Answer ended = ended(migration);

        assertThat(AUTOTASK.calls()).isEmpty();
        assertThat(counts(ended, "tickets").subList(2, 5)).isEqualTo(List.of(0L, 2L, 1L));
        assertThat(counts(ended, "timeEntries").subList(2, 5)).isEqualTo(List.of(0L, 2L, 1L));
        assertThat(column(WHOSE))
                .containsExactly(
                        "ticket 1 owner, no name, ",
                        "ticket 1048576 owner, no name, ",
                        "ticket 2 owner, no name, user:" + owner(),
                        "time 1 owner, no name, INVOICED",
                        "time 2 owner, no name, UNBILLED",
                        "time 3 owner, no name, UNBILLED");
        assertThat(column(untouched)).isEqualTo(before);
    }

    @Test
    void countsTheTicketsAndHoursOfEach() {
        String migration = create();
        assertThat(api.get(migration + "/people?search=" + BO)
                        .json()
                        .at("/items/0/tickets")
                        .isNull())
                .as("nothing was read")
                .isTrue();

        run(migration);

        Answer bo = api.get(migration + "/people?search=" + BO);
        assertThat(bo.at("/items/0/tickets")).as(bo.text()).isEqualTo("1");
        assertThat(bo.at("/items/0/openTickets")).isEqualTo("1");
        assertThat(bo.at("/items/0/minutes")).isEqualTo("105");
        Answer zoe = api.get(migration + "/people?search=29000001");
        assertThat(zoe.at("/items/0/tickets")).isEqualTo("2");
        assertThat(zoe.at("/items/0/minutes")).isEqualTo("15");
    }

    /** A name that a spreadsheet would take for a formula is none. */
    @Test
    void writesATableThatNoSpreadsheetCalculates() {
        AUTOTASK.records(
                "Resources",
                rows(Payload.record(BO)
                        .with("firstName", "=HYPERLINK(\"http://x\")")
                        .with("lastName", "Holm")));
        String migration = create();

        Answer table = api.get(migration + "/people.csv");

        assertThat(table.status()).isEqualTo(200);
        assertThat(table.text())
                .contains("'=HYPERLINK")
                .doesNotContain(",=HYPERLINK")
                .doesNotContain(",\"=HYPERLINK");
    }

    /** However many people there are, a page costs the same. */
    @Test
    void asksTheSameForManyPeople() {
        String migration = create();
        int few = asked(migration);
        jdbc.sql(
                        """
                        insert into importing_person (organization_id, source_database, resource_id, name, active)
                        select organization_id, source_database, n, 'Person ' || n, true
                        from (select distinct organization_id, source_database from importing_person) known,
                            generate_series(1, 300) n
                        """)
                .update();

        assertThat(api.get(migration + "/people?size=25").at("/total")).isEqualTo("302");
        assertThat(asked(migration)).isLessThanOrEqualTo(few);
    }

    /** At best: something else may be at work at the same time. */
    private int asked(String migration) {
        return IntStream.range(0, 10)
                .map(_ -> statements.anywhereDuring(() -> api.get(migration + "/people?size=25")))
                .min()
                .orElseThrow();
    }

    private String owner() {
        return jdbc.sql("select id::text from identity_user where email = :email")
                .param("email", OwnerApi.EMAIL)
                .query(String.class)
                .single();
    }
}
