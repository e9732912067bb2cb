package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of tickets on which people worked in Ascent when Autotask changes them, too. */
class EditedTicketsTests extends TicketJourney {

    private static final String ACTIVITY = "to_char(last_activity_at at time zone 'UTC', 'YYYY-MM-DD')";

    private static final String CLOSED = "closed || ' ' || (closed_at is not null)";

    /** What people write, of a field that Autotask calls otherwise, and what comes of it, which may be nothing. */
    private record Field(String name, String theirs, String mine, String comes) {}

    private static final List<Field> FIELDS = List.of(
            new Field("subject", "title", "\"Mine\"", "\"Theirs\""),
            new Field("description", "description", "\"Mine\"", "\"Theirs\""),
            new Field("resolution", "resolution", "\"Mine\"", "\"Theirs\""),
            new Field("statusId", "status", "\"00000000-0000-8000-8000-000000000004\"", "1"),
            new Field("priority", "priority", "\"LOW\"", "4"),
            new Field("type", "ticketType", "\"PROBLEM\"", "1"),
            new Field("categoryId", "issueType", "null", "11"),
            new Field("queue", "queueID", "\"Mine\"", "null"),
            new Field("dueAt", "dueDateTime", "\"2026-12-01T10:00:00Z\"", "\"2026-12-02T10:00:00Z\""),
            new Field("assetId", "configurationItemID", "null", "5002"));

    EditedTicketsTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts", "contracts", "assets", "projects", "tickets");
    }

    @Test
    void keepsAnEditOfAnyFieldUnlessAutotaskWins() {
        String migration = create();
        run(migration);
        JsonNode brought = ticket();
        edit(
                1,
                ticket -> FIELDS.forEach(
                        field -> ticket.set(field.name(), JsonMapper.shared().readTree(field.mine()))));
        edit(1, ticket -> {
            ticket.putArray("tags").add("mine");
            ticket.putArray("checklist").addObject().put("text", "Mine").put("done", false);
        });
        JsonNode edited = ticket();
        Payload theirs = whole();
        for (Field field : FIELDS) {
            assertThat(edited.path(field.name())).as(field.name()).isNotEqualTo(brought.path(field.name()));
            theirs = theirs.json(field.theirs(), field.comes());
        }
        AUTOTASK.records("Tickets", rows(theirs))
                .remove("TicketTagAssociations", 41)
                .records("TicketChecklistItems", rows(line(51, 1, 2, "Theirs")));

        run(migration);

        JsonNode kept = ticket();
        assertThat(FIELDS)
                .allSatisfy(field -> assertThat(kept.path(field.name())).isEqualTo(edited.path(field.name())));
        List<Field> comes =
                FIELDS.stream().filter(field -> !field.comes().equals("null")).toList();
        List.of("tags", "checklist")
                .forEach(list -> assertThat(cell(1, list)).as(list).containsIgnoringCase("mine"));
        assertThat(findings(migration, "tickets", 1))
                .extracting(finding -> finding.split("=")[0])
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(comes.stream().map(Field::theirs), Stream.of("tags", "checklistItems"))
                                .map("LOCAL_EDIT_KEPT "::concat)
                                .toList());

        winning(migration);

        JsonNode won = ticket();
        assertThat(comes)
                .allSatisfy(field -> assertThat(won.path(field.name())).isNotEqualTo(edited.path(field.name())));
        List.of("tags", "checklist")
                .forEach(list -> assertThat(cell(1, list)).as(list).doesNotContainIgnoringCase("mine"));
        assertThat(overwritten("Ticket", id(1))).isNotEmpty().doesNotContain("ctivity");
    }

    private JsonNode ticket() {
        return api.get(address(1)).json();
    }

    /** Whoever is assigned, closed or reopened it; and work on either side moves it up in lists, which nobody chose. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesPeoplesWordUnlessAutotaskWins(boolean wins) {
        AUTOTASK.records("Tickets", rows(ticket(2).with("assignedResourceID", 29000002), ticket(4), ticket(5)));
        String migration = create();
        run(migration);
        edit(1, ticket -> ticket.put("statusId", "00000000-0000-8000-8000-000000000004"));
        edit(2, ticket -> ticket.put("assigneeId", me()));
        assertThat(api.post(address(3) + "/reopen", null).status()).isBetween(200, 204);
        List.of(4L, 5L).forEach(id -> edit(id, ticket -> ticket.put("priority", "LOW")));
        String edited = cell(4, ACTIVITY);
        AUTOTASK.records("Resources", List.of("{\"id\":29000003,\"firstName\":\"Carl\",\"lastName\":\"Dahl\"}"))
                .records(
                        "Tickets",
                        rows(
                                whole().with("status", 5).with("completedDate", "2026-10-01T00:00:00Z"),
                                ticket(2).with("assignedResourceID", 29000003),
                                closed(3).with("title", "Renamed"),
                                ticket(4).with("title", "Renamed").with("lastActivityDate", "2026-10-01T10:00:00Z"),
                                ticket(5).with("title", "Renamed").with("lastActivityDate", "2099-01-01T10:00:00Z")));

        if (wins) {
            assertThat(api.get(migration + "/edits").text()).doesNotContain("ctivity");
            winning(migration);
        } else {
            run(migration);
        }

        assertThat(statusOf(1) + " " + cell(1, CLOSED)).isEqualTo(wins ? "Closed true true" : "Waiting false false");
        assertThat(cell(2, "coalesce(assignee_id::text, '-') || ' ' || coalesce(assignee_name, '-')"))
                .isEqualTo(wins ? "- Carl Dahl" : me() + " -");
        assertThat(statusOf(3) + " " + cell(3, CLOSED)).isEqualTo(wins ? "Closed true true" : "Open false false");
        assertThat(List.of(3L, 4L, 5L))
                .allSatisfy(id -> assertThat(cell(id, "subject")).isEqualTo("Renamed"));
        assertThat(cell(4, ACTIVITY)).isEqualTo(edited);
        assertThat(cell(5, ACTIVITY)).isEqualTo("2099-01-01");
        assertThat(List.of(4L, 5L))
                .flatMap(id -> findings(migration, "tickets", id))
                .noneMatch(finding -> finding.contains("ctivity"));
        assertThat(column("select changes::text from audit_entry where entity_type = 'Ticket'"
                        + " and changes::text like '%Autotask wins%'"))
                .noneMatch(changes -> changes.contains("ctivity"));
    }

    private String me() {
        return column("select id::text from identity_user where lower(email) = '" + OwnerApi.EMAIL + "'")
                .getFirst();
    }

    /** Only the organization knows whether its own statuses end a ticket; what Autotask closes is closed for good. */
    @Test
    void staysAsItIsUnderAStatusOfTheOrganizationsOwnOrWhereAutotaskClosedIt() {
        ownStatus("Escalated", true);
        ownStatus("Waiting Customer", false);
        List<Payload> tickets = List.of(
                ticket(4).with("status", 29).with("completedDate", "2026-08-01T00:00:00Z"),
                ticket(5).with("status", 29),
                ticket(6).with("status", 7).with("completedDate", "2026-08-01T00:00:00Z"),
                ticket(7).with("status", 7));
        AUTOTASK.records("Tickets", rows(tickets.toArray(Payload[]::new)));
        String migration = create();
        run(migration);
        assertThat(Stream.of(4, 5, 6, 7).map(id -> statusOf(id) + " " + cell(id, CLOSED)))
                .containsExactly(
                        "Escalated true true",
                        "Escalated true true",
                        "Waiting Customer false false",
                        "Waiting Customer false false");
        List<String> written = written();

        Answer again = run(migration);
        assertThat(counts(again, "tickets").subList(2, 5)).isEqualTo(List.of(0L, 0L, 7L));
        assertThat(written()).isEqualTo(written);

        AUTOTASK.records(
                        "Tickets",
                        tickets.stream()
                                .map(each -> each.with("title", "Renamed").toString())
                                .toList())
                .records("Tickets", rows(ticket(2).with("status", 5).with("completedDate", "2026-10-01T00:00:00Z")));
        Answer changed = run(migration);
        assertThat(counts(changed, "tickets").subList(2, 5)).isEqualTo(List.of(0L, 5L, 2L));
        assertThat(statusOf(2) + " " + cell(2, "closed")).isEqualTo("Closed true");
        assertThat(List.of(4L, 5L, 6L, 7L)).allSatisfy(id -> {
            assertThat(cell(id, "subject")).isEqualTo("Renamed");
            assertThat(findings(migration, "tickets", id)).isEmpty();
        });
        List<String> renamed = written();

        Answer won = winning(migration);
        assertThat(counts(won, "tickets").subList(2, 5)).isEqualTo(List.of(0L, 0L, 7L));
        assertThat(written()).isEqualTo(renamed);

        AUTOTASK.records(
                "Tickets",
                tickets.stream()
                        .map(each ->
                                each.with("status", 8).withNull("completedDate").toString())
                        .toList());
        run(migration);
        assertThat(List.of(4L, 5L, 6L, 7L)).allSatisfy(id -> {
            assertThat(statusOf(id) + " " + cell(id, CLOSED)).isEqualTo("In Progress false false");
            assertThat(findings(migration, "tickets", id)).isEmpty();
        });
    }
}
