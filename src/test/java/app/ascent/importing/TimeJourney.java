package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** An import of a ticket and a task on which time was worked, and people who edit it. */
abstract class TimeJourney extends ImportJourney {

    static final String STATES = "select source_id || ' ' || billing_state || ' ' || coalesce(invoice_number, '-')"
            + " from desk_time order by source_id";

    TimeJourney(JdbcClient jdbc, int port) {
        super(jdbc, port);
    }

    static Payload time(long id) {
        return Payload.timeEntry()
                .with("id", id)
                .with("resourceID", 29000001)
                .with("summaryNotes", "Work " + id)
                .withNull("contractID", "creatorUserID", "lastModifiedUserID");
    }

    static Payload onTask(long id) {
        return time(id).withNull("ticketID").with("taskID", 31).with("timeEntryType", 6);
    }

    static Payload posted(long id, long entry, long invoice) {
        return Payload.record(id)
                .with("timeEntryID", entry)
                .with("invoiceID", invoice)
                .with("rate", 95);
    }

    static Payload invoice(long id, String number, boolean voided) {
        return Payload.record(id).with("invoiceNumber", number).with("isVoided", voided);
    }

    static List<String> rows(Payload... payloads) {
        return Stream.of(payloads).map(Payload::toString).toList();
    }

    /** Fields that are filtered by. */
    static String filterable(String... names) {
        return Stream.of(names)
                .map("{\"name\":\"%s\",\"dataType\":\"string\",\"length\":0,\"isPickList\":false}"::formatted)
                .collect(Collectors.joining(",", "{\"fields\":[", "]}"));
    }

    @BeforeEach
    void fillTenant() {
        AUTOTASK.fields("Tickets", filterable("id", "completedDate", "lastActivityDate"))
                .fields("TimeEntries", filterable("id", "isNonBillable"));
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .records("Tickets", rows(Payload.ticket().withNull("contactID", "completedDate")))
                .records("Projects", rows(Payload.project().withNull("contractID")))
                .records("Tasks", rows(Payload.task().with("id", 31)))
                .records("BillingCodes", List.of("{\"id\":29682801,\"name\":\"Remote support\"}"))
                .records("Roles", List.of("{\"id\":29682834,\"name\":\"Engineer\"}"))
                .records("TimeEntries", rows(time(1), onTask(2)));
    }

    final List<String> column(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    final String address(long id) {
        return "/api/v1/time-entries/"
                + column("select id::text from desk_time where source_id = " + id)
                        .getFirst();
    }

    final void edit(long id, Consumer<ObjectNode> edit) {
        ObjectNode entry = (ObjectNode) api.get(address(id)).json();
        edit.accept(entry);
        Answer edited = api.put(address(id), entry.toString());
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    }

    final List<String> notices(String migration) {
        return elements(api.get(migration + "/report").json().path("notices"))
                .map(notice -> notice.path("entity").asString() + " "
                        + notice.path("code").asString() + " "
                        + notice.path("message").asString())
                .toList();
    }
}
