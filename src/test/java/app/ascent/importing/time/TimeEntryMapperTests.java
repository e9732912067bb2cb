package app.ascent.importing.time;

import static app.ascent.importing.time.TimeMapping.map;
import static app.ascent.importing.time.TimeMapping.mapped;
import static app.ascent.importing.time.TimeMapping.remarks;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.contracts.ContractId;
import app.ascent.desk.TicketId;
import app.ascent.desk.time.BillingState;
import app.ascent.desk.time.TimeEntryFields;
import app.ascent.importing.Payload;
import app.ascent.importing.field.Tables;
import app.ascent.importing.time.TimeLookUps.Item;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Mapped.Skipped;
import app.ascent.projects.TaskId;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an Autotask time entry becomes: whose it is, what it belongs to and what it says. When and how long is told elsewhere. */
class TimeEntryMapperTests {

    @Test
    void mapsEveryFieldOfAWholeEntry() {
        Ready<TimeEntryFields> mapped = map(
                Payload.timeEntry()
                        .with("internalNotes", "Bring spare parts")
                        .json("hoursToBill", "0.5")
                        .with("billingApprovalResourceID", 29000002),
                new Item("1", "95.00"));

        assertThat(mapped.target())
                .isEqualTo(new TimeEntryFields(
                        LocalDate.of(2026, 9, 28),
                        Instant.parse("2026-09-28T08:35:00Z"),
                        Instant.parse("2026-09-28T08:50:00Z"),
                        15L,
                        30L,
                        "Replaced toner",
                        "Bring spare parts",
                        new TicketId(TimeMapping.TICKET),
                        null,
                        null,
                        null,
                        new ContractId(TimeMapping.CONTRACT),
                        TimeMapping.MEMBER,
                        null,
                        true,
                        BillingState.INVOICED,
                        new BigDecimal("95.00"),
                        "Remote support",
                        "Engineer",
                        "INV-1042"));
        assertThat(mapped.findings()).isEmpty();
        assertThat(mapped.details().originals())
                .containsEntry("hoursWorked", "0.25")
                .containsEntry("hoursToBill", "0.5")
                .containsEntry("offsetHours", "0.0")
                .containsEntry("timeEntryType", "Ticket")
                .containsEntry("showOnInvoice", "true")
                .containsEntry("billingCodeID", "Remote support")
                .containsEntry("roleID", "Engineer")
                .containsEntry("resourceID", "Zoë Lindqvist")
                .containsEntry("billingApprovalResourceID", "Bo Holm")
                .containsEntry("invoiceID", "INV-1042")
                .containsEntry("createDateTime", "2026-09-28T08:55:00Z")
                .doesNotContainKeys("summaryNotes", "internalNotes", "dateWorked", "ticketID");
    }

    @Test
    void readsHoursAsTheyWereWritten() {
        var read = app.ascent.migration.spi.Payload.read("{\"hoursWorked\": 0.2500}", AutotaskTimeEntry.class);

        assertThat(read.source().hoursWorked()).isEqualTo("0.2500");
    }

    @Test
    void belongsToATask() {
        Ready<TimeEntryFields> mapped =
                map(Payload.timeEntry().withNull("ticketID").with("taskID", 31));

        assertThat(mapped.target().ticketId()).isNull();
        assertThat(mapped.target().taskId()).isEqualTo(new TaskId(TimeMapping.TASK));
        assertThat(mapped.target().projectId()).isNull();
        assertThat(mapped.target().clientId()).isNull();
    }

    @Test
    void belongsToTheTicketWhereItNamesBoth() {
        Ready<TimeEntryFields> mapped = map(Payload.timeEntry().with("taskID", 31));

        assertThat(mapped.target().ticketId()).isEqualTo(new TicketId(TimeMapping.TICKET));
        assertThat(mapped.target().taskId()).isNull();
        assertThat(mapped.details().originals()).containsEntry("taskID", "31");
    }

    @Test
    void isSkippedWithoutAWorkItem() {
        assertThat(skipped(mapped(Payload.timeEntry().withNull("ticketID").with("internalBillingCodeID", 9))))
                .isEqualTo("NO_WORK_ITEM ticketID=null: null");
        assertThat(skipped(mapped(Payload.timeEntry().without("ticketID", "taskID"))))
                .startsWith("NO_WORK_ITEM");
    }

    @Test
    void namesTheWorkItemThatIsNotThere() {
        assertThat(skipped(mapped(Payload.timeEntry().with("ticketID", 600))))
                .isEqualTo("PARENT_NOT_IMPORTED ticketID=600: Its ticket Broken printer (600) failed."
                        + " It has no ticket to belong to.");
        assertThat(skipped(mapped(Payload.timeEntry().withNull("ticketID").with("taskID", 32))))
                .startsWith("PARENT_NOT_IMPORTED taskID=32: ")
                .contains("task");
        assertThat(skipped(mapped(Payload.timeEntry().with("ticketID", 700)))).startsWith("PARENT_NOT_IMPORTED");
    }

    @Test
    void failsWhereTheWorkItemCannotBeRead() {
        assertThat(mapped(Payload.timeEntry().with("ticketID", "about T7"))).isInstanceOf(Mapped.Rejected.class);
    }

    @Test
    void losesNobodysHours() {
        Ready<TimeEntryFields> named = map(Payload.timeEntry().with("resourceID", 29000002));
        Ready<TimeEntryFields> gone = map(Payload.timeEntry().with("resourceID", 5));
        Ready<TimeEntryFields> none = map(Payload.timeEntry().withNull("resourceID"));

        assertThat(named.target().userId()).isNull();
        assertThat(named.target().userName()).isEqualTo("Bo Holm");
        assertThat(gone.target().userName()).isEqualTo("Resource 5");
        assertThat(remarks(gone)).containsExactly("REFERENCE_MISSING resourceID=5 -> null");
        assertThat(none.target().userName()).isEqualTo("(unknown)");
        assertThat(remarks(none)).containsExactly("MISSING_VALUE resourceID=null -> (unknown)");
    }

    /** An internal note never becomes what a client reads on an invoice. */
    @Test
    void keepsAnInternalNoteInternal() {
        Ready<TimeEntryFields> internal =
                map(Payload.timeEntry().with("summaryNotes", " ").with("internalNotes", "Client is difficult"));
        Ready<TimeEntryFields> blank = map(Payload.timeEntry().withNull("summaryNotes", "internalNotes"));

        assertThat(internal.target().description()).isEqualTo("(no description)");
        assertThat(internal.target().internalNote()).isEqualTo("Client is difficult");
        assertThat(remarks(internal)).containsExactly("MISSING_VALUE summaryNotes=null -> (no description)");
        assertThat(internal.unsaid().assumed()).contains("summaryNotes");
        assertThat(blank.target().description()).isEqualTo("(no description)");
        assertThat(blank.target().internalNote()).isNull();
        assertThat(TimeEntryMapper.name(Payload.timeEntry()
                        .with("summaryNotes", "")
                        .with("internalNotes", "x")
                        .as(AutotaskTimeEntry.class)))
                .isEqualTo("Time entry 704211");
    }

    @Test
    void keepsTextsWhole() {
        String text = "a line of text\n".repeat(60_000).strip();

        Ready<TimeEntryFields> mapped =
                map(Payload.timeEntry().with("summaryNotes", text).with("internalNotes", text));
        Ready<TimeEntryFields> longer = map(Payload.timeEntry().with("summaryNotes", "x".repeat(1_000_001)));

        assertThat(mapped.target().description()).isEqualTo(text);
        assertThat(mapped.target().internalNote()).isEqualTo(text);
        assertThat(longer.target().description()).hasSize(1_000_000);
        assertThat(longer.details().originals().get("summaryNotes")).hasSize(1_000_001);
    }

    @Test
    void namesWorkTypeAndRoleAsFarAsAutotaskDoes() {
        Ready<TimeEntryFields> unlisted =
                map(Payload.timeEntry().with("billingCodeID", 77).with("roleID", 78));
        Ready<TimeEntryFields> none = map(Payload.timeEntry().withNull("billingCodeID", "roleID"));
        Ready<TimeEntryFields> unreadable = (Ready<TimeEntryFields>)
                mapped(Payload.timeEntry(), Set.of(TimeLookUps.WORK_TYPES.type(), TimeLookUps.ROLES.type()));

        assertThat(unlisted.target().workType()).isNull();
        assertThat(remarks(unlisted))
                .containsExactlyInAnyOrder(
                        "REFERENCE_MISSING billingCodeID=77 -> null", "REFERENCE_MISSING roleID=78 -> null");
        assertThat(unlisted.details().originals()).containsEntry("billingCodeID", "77");
        assertThat(none.findings()).isEmpty();
        assertThat(unreadable.findings()).isEmpty();
        assertThat(unreadable.unsaid().unresolved()).containsExactlyInAnyOrder("billingCodeID", "roleID");
    }

    @Test
    void namesWhoeverItIsWherePeopleCannotBeRead() {
        Ready<TimeEntryFields> mapped =
                (Ready<TimeEntryFields>) mapped(Payload.timeEntry(), Set.of(Tables.RESOURCES.type()));

        assertThat(mapped.target().userName()).isEqualTo("Resource 29682885");
        assertThat(mapped.unsaid().unresolved()).contains("resourceID");
    }

    @Test
    void standsWithoutAContractThatIsNotThere() {
        Ready<TimeEntryFields> missing = map(Payload.timeEntry().with("contractID", 99));

        assertThat(missing.target().contractId()).isNull();
        assertThat(remarks(missing)).containsExactly("REFERENCE_MISSING contractID=99 -> null");
        assertThat(map(Payload.timeEntry().withNull("contractID")).findings()).isEmpty();
    }

    @Test
    void knowsAFieldOfAutotaskForEachOfItsOwn() {
        Set<String> payload = names(AutotaskTimeEntry.class.getRecordComponents());

        assertThat(names(TimeEntryFields.class.getRecordComponents()).stream()
                        .flatMap(field -> TimeFieldNames.allOf(field).stream()))
                .isSubsetOf(payload);
    }

    @Test
    void hasWordsForEveryFieldThatIsRead() {
        Stream<String> fields = Stream.concat(
                names(AutotaskTimeEntry.class.getRecordComponents()).stream().filter(field -> !field.equals("id")),
                Stream.of(Billing.ITEMS, Billing.INVOICE, Billing.RATE));

        assertThat(ResourceBundle.getBundle("messages/importing").keySet())
                .containsAll(fields.map("source.timeEntries."::concat).toList());
    }

    private static String skipped(Mapped<?> mapped) {
        var reason = ((Skipped<?>) mapped).reason();
        return "%s %s=%s: %s".formatted(reason.reason(), reason.field(), reason.value(), reason.detail());
    }

    private static Set<String> names(RecordComponent... components) {
        return Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
    }
}
