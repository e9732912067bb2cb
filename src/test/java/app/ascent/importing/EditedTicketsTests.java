package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of tickets on which people worked in Ascent when Autotask changes them, too. */
class EditedTicketsTests extends TicketJourney {

    private static final String ACTIVITY = "to_char(last_activity_at at time zone 'UTC', 'YYYY-MM-DD')";

    EditedTicketsTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts", "contracts", "assets", "projects", "tickets");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "subject, title, |\"Mine\"|, |\"Theirs\"|",
                "description, description, |\"Mine\"|, |\"Theirs\"|",
                "resolution, resolution, |\"Mine\"|, |\"Theirs\"|",
                "statusId, status, |\"00000000-0000-8000-8000-000000000004\"|, 1",
                "priority, priority, |\"LOW\"|, 4",
                "type, ticketType, |\"PROBLEM\"|, 1",
                "categoryId, issueType, null, 11",
                "queue, queueID, |\"Mine\"|, null",
                "dueAt, dueDateTime, |\"2026-12-01T10:00:00Z\"|, |\"2026-12-02T10:00:00Z\"|",
                "assetId, configurationItemID, null, 5002",
            })
    void keepsAnEditOfAnyFieldUnlessAutotaskWins(String field, String theirs, String mine, String comes) {
        String migration = create();
        run(migration);
        edit(1, ticket -> ticket.set(field, JsonMapper.shared().readTree(mine)));
        String edited = api.get(address(1)).at("/" + field);
        AUTOTASK.records("Tickets", rows(whole().json(theirs, comes)));

        run(migration);

        assertThat(api.get(address(1)).at("/" + field)).isEqualTo(edited);
        if (!comes.equals("null")) {
            assertThat(findings(migration, "tickets", 1))
                    .singleElement()
                    .asString()
                    .startsWith("LOCAL_EDIT_KEPT " + theirs);

            winning(migration);

            assertThat(api.get(address(1)).at("/" + field)).isNotEqualTo(edited);
            assertThat(overwritten("Ticket", id(1))).isNotEmpty().doesNotContain("ctivity");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tags", "checklist"})
    void keepsAnEditOfAListUnlessAutotaskWins(String field) {
        String migration = create();
        run(migration);
        String mine = field.equals("tags") ? "[\"mine\"]" : "[{\"text\":\"Mine\",\"done\":false}]";
        edit(1, ticket -> ticket.set(field, JsonMapper.shared().readTree(mine)));
        AUTOTASK.remove("TicketTagAssociations", 41).records("TicketChecklistItems", rows(line(51, 1, 2, "Theirs")));

        run(migration);

        assertThat(cell(1, field)).containsIgnoringCase("mine");
        assertThat(findings(migration, "tickets", 1)).singleElement().asString().startsWith("LOCAL_EDIT_KEPT " + field);

        winning(migration);

        assertThat(cell(1, field)).doesNotContainIgnoringCase("mine");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hasOneAssigneeWhoeverChoseThem(boolean wins) {
        AUTOTASK.records("Tickets", rows(ticket(2).with("assignedResourceID", 29000002)));
        String migration = create();
        run(migration);
        edit(2, ticket -> ticket.put("assigneeId", me()));
        AUTOTASK.records("Resources", List.of("{\"id\":29000003,\"firstName\":\"Carl\",\"lastName\":\"Dahl\"}"))
                .records("Tickets", rows(ticket(2).with("assignedResourceID", 29000003)));

        if (wins) {
            winning(migration);
        } else {
            run(migration);
        }

        assertThat(cell(2, "coalesce(assignee_id::text, '-') || ' ' || coalesce(assignee_name, '-')"))
                .isEqualTo(wins ? "- Carl Dahl" : me() + " -");
    }

    private String me() {
        return column("select id::text from identity_user where lower(email) = '" + OwnerApi.EMAIL + "'")
                .getFirst();
    }

    /** Work on either side moves a ticket up in lists, and nobody is told of a time that nobody chose. */
    @ParameterizedTest
    @CsvSource({"false, 2026-10-01", "true, 2026-10-01", "false, 2099-01-01", "true, 2099-01-01"})
    void takesTheLaterTimeAtWhichSomethingHappened(boolean wins, String day) {
        String migration = create();
        run(migration);
        edit(2, ticket -> ticket.put("priority", "LOW"));
        String edited = cell(2, ACTIVITY);
        AUTOTASK.records(
                "Tickets", rows(ticket(2).with("title", "Renamed").with("lastActivityDate", day + "T10:00:00Z")));

        if (wins) {
            assertThat(api.get(migration + "/edits").text()).doesNotContain("ctivity");
            winning(migration);
        } else {
            run(migration);
        }

        assertThat(cell(2, "subject")).isEqualTo("Renamed");
        assertThat(findings(migration, "tickets", 2)).noneMatch(finding -> finding.contains("ctivity"));
        assertThat(cell(2, ACTIVITY)).isEqualTo(day.startsWith("2099") ? day : edited);
        assertThat(column("select changes::text from audit_entry where entity_type = 'Ticket'"
                        + " and changes::text like '%Autotask wins%'"))
                .noneMatch(changes -> changes.contains("ctivity"));
    }

    /** Only the organization knows whether its own statuses end a ticket. */
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void staysAsItIsUnderAStatusOfTheOrganizationsOwn(boolean ends, boolean completed) {
        ownStatus("Escalated", ends);
        Payload escalated = ticket(2).with("status", 29);
        Payload ticket = completed ? escalated.with("completedDate", "2026-08-01T00:00:00Z") : escalated;
        AUTOTASK.records("Tickets", rows(ticket));
        String migration = create();
        run(migration);
        assertThat(statusOf(2)).isEqualTo("Escalated");
        assertThat(cell(2, "closed || ' ' || (closed_at is not null)")).isEqualTo(ends + " " + ends);
        List<String> written = written();

        Answer again = run(migration);
        assertThat(counts(again, "tickets").subList(2, 5)).isEqualTo(List.of(0L, 0L, 3L));
        assertThat(written()).isEqualTo(written);

        AUTOTASK.records("Tickets", rows(ticket.with("title", "Renamed")));
        run(migration);
        assertThat(cell(2, "subject")).isEqualTo("Renamed");
        assertThat(findings(migration, "tickets", 2)).isEmpty();
        List<String> renamed = written();

        Answer won = winning(migration);
        assertThat(counts(won, "tickets").subList(2, 5)).isEqualTo(List.of(0L, 0L, 3L));
        assertThat(written()).isEqualTo(renamed);

        AUTOTASK.records("Tickets", rows(ticket.with("status", 8).withNull("completedDate")));
        run(migration);
        assertThat(statusOf(2)).isEqualTo("In Progress");
        assertThat(cell(2, "closed || ' ' || (closed_at is not null)")).isEqualTo("false false");
        assertThat(findings(migration, "tickets", 2)).isEmpty();
    }

    /** Whoever said that it is done, or that it goes on. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysWhenItWasClosedAsLongAsItIs(boolean wins) {
        String migration = create();
        run(migration);
        String waiting = "00000000-0000-8000-8000-000000000004";
        edit(1, ticket -> ticket.put("statusId", waiting));
        assertThat(api.post(address(3) + "/reopen", null).status()).isBetween(200, 204);
        AUTOTASK.records(
                "Tickets",
                rows(
                        whole().with("status", 5).with("completedDate", "2026-10-01T00:00:00Z"),
                        closed(3).with("title", "Renamed")));

        if (wins) {
            winning(migration);
        } else {
            run(migration);
        }

        String each = "closed || ' ' || (closed_at is not null)";
        assertThat(statusOf(1) + " " + cell(1, each)).isEqualTo(wins ? "Closed true true" : "Waiting false false");
        assertThat(statusOf(3) + " " + cell(3, each)).isEqualTo(wins ? "Closed true true" : "Open false false");
        assertThat(cell(3, "subject")).isEqualTo("Renamed");
    }

    /** A ticket that Autotask closed is closed for good, and the next run has nothing to do with it. */
    @Test
    void closesWhatAutotaskCloses() {
        String migration = create();
        run(migration);
        AUTOTASK.records("Tickets", rows(ticket(2).with("status", 5).with("completedDate", "2026-10-01T00:00:00Z")));

        Answer closing = run(migration);
        List<String> written = written();
        Answer again = winning(migration);

        assertThat(counts(closing, "tickets").subList(2, 5)).isEqualTo(List.of(0L, 1L, 2L));
        assertThat(statusOf(2) + " " + cell(2, "closed")).isEqualTo("Closed true");
        assertThat(counts(again, "tickets").subList(2, 5)).isEqualTo(List.of(0L, 0L, 3L));
        assertThat(written()).isEqualTo(written);
    }
}
