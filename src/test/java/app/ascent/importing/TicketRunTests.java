package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole runs that bring tickets with all that belongs to them. */
class TicketRunTests extends TicketJourney {

    TicketRunTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts", "contracts", "assets", "projects", "tickets");
    }

    @Test
    void bringsTicketsWhole() {
        String migration = create();

        Answer ended = run(migration);

        assertThat(counts(ended, "tickets")).isEqualTo(List.of(3L, 3L, 3L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(ended, "ticketNotes")).isEqualTo(List.of(3L, 3L, 3L, 0L, 0L, 0L, 0L, 0L));
        assertThat(findings(migration, "tickets", 1)).isEmpty();
        assertThat(cell(1, "subject || ' ' || source_number || ' ' || queue || ' ' || priority || ' ' || type"))
                .isEqualTo("Ticket 1 T20260927.1 Level I Support MEDIUM INCIDENT");
        assertThat(statusOf(1)).isEqualTo("In Progress");
        assertThat(cell(1, "people")).isEqualTo("{\"name:Bo Holm\"}");
        assertThat(cell(1, "tags")).isEqualTo("{vip,Night}");
        assertThat(cell(1, "array_to_string(checklist, '; ')"))
                .isEqualTo("[x]!<Bo Holm|2026-09-28T09:00:00Z> Look at it; [ ] Call back");
        assertThat(column("select (select c.source_id from crm_contact c where c.id = t.contact_id) || ' '"
                        + " || (select c.source_id from crm_contact c where c.id = t.contact_ids[1]) || ' '"
                        + " || (select a.source_id from asset a where a.id = t.asset_id) || ' '"
                        + " || (select a.source_id from asset a where a.id = t.asset_ids[1]) || ' '"
                        + " || (select p.source_id from project p where p.id = t.project_id) || ' '"
                        + " || (select p.source_id from desk_ticket p where p.id = t.problem_id) || ' '"
                        + " || (select k.name from desk_category k where k.id = t.category_id)"
                        + " from desk_ticket t where t.source_id = 1"))
                .containsExactly("3001 3002 5001 5002 512 2 Printer & Scanner");
        assertThat(column(
                        "select to_char(opened_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || to_char(last_activity_at"
                                + " at time zone 'UTC', ' YYYY-MM-DD HH24:MI') from desk_ticket where source_id = 1"))
                .containsExactly("2026-09-27 15:20 2026-09-28 08:50");
        assertThat(cell(3, "closed || to_char(closed_at at time zone 'UTC', ' YYYY-MM-DD HH24:MI')"))
                .isEqualTo("true 2019-06-01 10:00");
        assertThat(column("select e.body from conversation_entry e join desk_ticket t on t.id = e.owner_id"
                        + " where e.owner_kind = 'tickets' order by e.source_id"))
                .containsExactly("Said of 1", "Said of 1", "Said of 3");
        assertThat(api.get(address(1)).at("/subject")).isEqualTo("Ticket 1");
        assertThat(api.get(migration + "/report").text()).doesNotContain("LOOKUP_UNREADABLE");
    }

    @Test
    void createsAndWritesNothingTheSecondTime() {
        String migration = create();
        run(migration);
        List<String> written = written();

        Answer second = run(migration);

        assertThat(counts(second, "tickets")).isEqualTo(List.of(3L, 3L, 0L, 0L, 3L, 0L, 0L, 0L));
        assertThat(counts(second, "ticketNotes")).isEqualTo(List.of(3L, 3L, 0L, 0L, 3L, 0L, 0L, 0L));
        assertThat(written()).isEqualTo(written);
    }

    /** What lies in rows of their own makes its ticket, and that one alone, be mapped again. */
    @ParameterizedTest
    @CsvSource({"tag, vip", "line, vip Night", "person, vip Night", "label, vip Late"})
    void followsWhatChangedBesideATicket(String what, String tags) {
        String migration = create();
        run(migration);
        switch (what) {
            case "tag" -> AUTOTASK.remove("TicketTagAssociations", 42);
            case "label" -> AUTOTASK.records("Tags", List.of("{\"id\":8,\"label\":\"Late\"}"));
            case "line" -> AUTOTASK.records("TicketChecklistItems", rows(line(51, 1, 2, "Call them back")));
            default -> AUTOTASK.remove("TicketSecondaryResources", 11);
        }

        Answer ended = run(migration);

        assertThat(counts(ended, "tickets").subList(2, 5)).isEqualTo(List.of(0L, 1L, 2L));
        assertThat(cell(1, "array_to_string(tags, ' ')")).isEqualTo(tags);
        assertThat(cell(1, "checklist[2]")).isEqualTo(what.equals("line") ? "[ ] Call them back" : "[ ] Call back");
        assertThat(cell(1, "cardinality(people)")).isEqualTo(what.equals("person") ? "0" : "1");
        assertThat(findings(migration, "tickets", 1)).isEmpty();
    }

    /** Whichever batch needs a category first makes it, and the others find it. */
    @Test
    void makesACategoryOnceForAllBatches() {
        AUTOTASK.records(
                "Tickets",
                LongStream.rangeClosed(1000, 2300)
                        .mapToObj(
                                id -> ticket(id).with("issueType", 10 + id % 2).toString())
                        .toList());
        String migration = create();

        Answer ended = run(migration);

        assertThat(counts(ended, "tickets").get(2)).isEqualTo(1304L);
        assertThat(column("select name from desk_category order by name"))
                .containsExactly("Hardware", "Printer & Scanner");
        assertThat(column("select (count(*) - count(distinct number))::text from desk_ticket"))
                .containsExactly("0");
    }

    @Test
    void leavesWhatWasDeletedInAscent() {
        String migration = create();
        run(migration);
        String deleted = address(1);
        assertThat(api.delete(deleted).status()).isEqualTo(204);
        AUTOTASK.records("Tickets", rows(whole().with("title", "Changed")));

        Answer ended = run(migration);

        assertThat(counts(ended, "tickets").subList(1, 8)).isEqualTo(List.of(2L, 0L, 0L, 2L, 0L, 1L, 0L));
        assertThat(findings(migration, "tickets", 1)).anyMatch(finding -> finding.startsWith("DELETED_IN_ASCENT"));
        assertThat(count("desk_ticket")).isEqualTo(2);
        assertThat(counts(ended, "ticketNotes").subList(6, 8)).isEqualTo(List.of(2L, 0L));
    }

    @Test
    void adoptsWhatIsThere() {
        String migration = create();
        run(migration);
        List<String> ids = column(
                "select id::text from desk_ticket union all select id::text from conversation_entry" + " order by 1");
        assertThat(api.delete(migration).status()).isBetween(200, 204);

        Answer ended = run(create());

        assertThat(counts(ended, "tickets").get(5)).isEqualTo(3L);
        assertThat(counts(ended, "ticketNotes").get(5)).isEqualTo(3L);
        assertThat(column("select id::text from desk_ticket union all select id::text from conversation_entry"
                        + " order by 1"))
                .isEqualTo(ids);
    }

    @Test
    void countsWhatItPulledAsLoadedSkippedOrFailed() {
        AUTOTASK.records(
                "Tickets", rows(ticket(4).with("companyID", 999), ticket(5).with("companyID", "none"), ticket(6)));
        AUTOTASK.records("TicketNotes", rows(note(64, 4), note(65, 6)));
        String migration = create();

        Answer ended = run(migration);

        for (String type : List.of("tickets", "ticketNotes")) {
            List<Long> counts = counts(ended, type);
            assertThat(counts.getFirst()).as(type).isEqualTo(counts.get(1) + counts.get(6) + counts.get(7));
        }
        assertThat(counts(ended, "tickets")).isEqualTo(List.of(6L, 4L, 4L, 0L, 0L, 0L, 1L, 1L));
        assertThat(findings(migration, "tickets", 4)).containsExactly("PARENT_NOT_IMPORTED companyID=999 -> ");
    }
}
