package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** An import of tickets with all that belongs to them, and people who edit them. */
abstract class TicketJourney extends ImportJourney {

    /** Contacts of the company, and one of another. */
    static final long MARA = 3001;

    static final long TOM = 3002;
    static final long STRANGER = 3003;

    TicketJourney(JdbcClient jdbc, int port) {
        super(jdbc, port);
    }

    /** An open ticket that nothing belongs to. */
    static Payload ticket(long id) {
        return Payload.ticket()
                .with("id", id)
                .with("title", "Ticket " + id)
                .with("ticketNumber", "T20260927." + id)
                .withNull("contactID");
    }

    static Payload closed(long id) {
        return ticket(id).with("status", 5).with("completedDate", "2019-06-01T10:00:00Z");
    }

    static Payload note(long id, long ticket) {
        return Payload.record(id)
                .with("ticketID", ticket)
                .with("description", "Said of " + ticket)
                .with("publish", 1)
                .with("noteType", 3)
                .with("createDateTime", "2026-09-28T08:50:02.3Z")
                .with("creatorResourceID", 29000001);
    }

    static Payload of(long id, long ticket, String field, long value) {
        return Payload.record(id).with("ticketID", ticket).with(field, value);
    }

    static Payload line(long id, long ticket, long position, String text) {
        return Payload.record(id)
                .with("ticketID", ticket)
                .with("position", position)
                .with("itemName", text)
                .with("isCompleted", false)
                .with("isImportant", false);
    }

    static List<String> rows(Payload... payloads) {
        return Stream.of(payloads).map(Payload::toString).toList();
    }

    static Payload company(long id) {
        return Payload.company()
                .withNull("parentCompanyID")
                .with("id", id)
                .with("companyName", "Company " + id)
                .with("companyNumber", "C" + id);
    }

    private static Payload contact(long id, long company, String name) {
        return Payload.contact()
                .with("id", id)
                .with("companyID", company)
                .with("firstName", name)
                .with("emailAddress", "c%d@client.example".formatted(id));
    }

    @BeforeEach
    void fillTenant() {
        jdbc.sql("delete from desk_status where id::text not like '00000000-0000-8000-%'")
                .update();
        AUTOTASK.companies(company(174).toString(), company(200).toString())
                .contacts(
                        contact(MARA, 174, "Mara").toString(),
                        contact(TOM, 174, "Tom").toString(),
                        contact(STRANGER, 200, "Sid").toString())
                .records(
                        "ConfigurationItems",
                        rows(
                                Payload.device().with("id", 5001).withNull("contactID", "contractID"),
                                Payload.device().with("id", 5002).withNull("contactID", "contractID")))
                .records("Projects", rows(Payload.project().withNull("contractID")))
                .records("Tags", List.of("{\"id\":7,\"label\":\"vip\"}", "{\"id\":8,\"label\":\"Night\"}"))
                .records("Tickets", rows(whole(), ticket(2), closed(3)))
                .records("TicketSecondaryResources", rows(of(11, 1, "resourceID", 29000002)))
                .records("TicketAdditionalContacts", rows(of(21, 1, "contactID", TOM)))
                .records("TicketAdditionalConfigurationItems", rows(of(31, 1, "configurationItemID", 5002)))
                .records("TicketTagAssociations", rows(of(41, 1, "tagID", 7), of(42, 1, "tagID", 8)))
                .records(
                        "TicketChecklistItems",
                        rows(
                                line(51, 1, 2, "Call back"),
                                line(52, 1, 1, "Look at it")
                                        .with("isCompleted", true)
                                        .with("isImportant", true)
                                        .with("completedByResourceID", 29000002)
                                        .with("completedDateTime", "2026-09-28T09:00:00Z")))
                .records("TicketNotes", rows(note(61, 1), note(62, 1), note(63, 3)));
    }

    /** The ticket that all the rest belongs to. */
    static Payload whole() {
        return ticket(1)
                .with("contactID", MARA)
                .with("configurationItemID", 5001)
                .with("projectID", 512)
                .with("problemTicketId", 2);
    }

    // Deeds.

    final String id(long source) {
        return column("select id::text from desk_ticket where source_id = " + source)
                .getFirst();
    }

    final String address(long source) {
        return "/api/v1/tickets/" + id(source);
    }

    final void edit(long source, Consumer<ObjectNode> edit) {
        ObjectNode ticket = (ObjectNode) api.get(address(source)).json();
        edit.accept(ticket);
        Answer edited = api.put(address(source), ticket.toString());
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    }

    final Answer winning(String migration) {
        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        return ended(migration);
    }

    final String ownStatus(String name, boolean closed) {
        return added(
                "/api/v1/ticket-statuses",
                """
                {"name":"%s","colour":"GREEN","closed":%s}""".formatted(name, closed));
    }

    final void decide(String migration, String field, String value, String target) {
        Answer decided = api.put(
                migration + "/values",
                """
                {"entity":"tickets","field":"%s","value":"%s","target":"%s"}"""
                        .formatted(field, value, target));
        assertThat(decided.status()).as(decided.text()).isEqualTo(204);
    }

    final Answer remap(String migration) {
        start(migration, "{\"kind\":\"REMAP\"}");
        return ended(migration);
    }

    // Sights.

    final List<String> column(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    /** A column of a ticket. */
    final String cell(long source, String column) {
        return column("select coalesce((%s)::text, '-') from desk_ticket where source_id = %d"
                        .formatted(column, source))
                .getFirst();
    }

    final String statusOf(long source) {
        return column("select s.name from desk_ticket t join desk_status s on s.organization_id = t.organization_id"
                        + " and s.id = t.status_id where t.source_id = " + source)
                .getFirst();
    }

    /** The transaction that wrote each row last, whatever is kept of tickets. */
    final List<String> written() {
        return Stream.of("desk_ticket", "desk_ticket_search", "desk_category", "conversation_entry")
                .flatMap(table ->
                        column("select '%1$s ' || xmin from %1$s order by %1$s::text".formatted(table)).stream())
                .toList();
    }
}
