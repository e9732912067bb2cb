package app.ascent.importing.ticket;

import static app.ascent.importing.ticket.TicketMapping.CLIENT;
import static app.ascent.importing.ticket.TicketMapping.id;
import static app.ascent.importing.ticket.TicketMapping.map;
import static app.ascent.importing.ticket.TicketMapping.mapped;
import static app.ascent.importing.ticket.TicketMapping.ref;
import static app.ascent.importing.ticket.TicketMapping.remarks;
import static app.ascent.importing.ticket.TicketMapping.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.desk.SystemStatus;
import app.ascent.desk.TicketFields;
import app.ascent.desk.TicketType;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.record.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a ticket is made of, beside its status, its category and its lists. */
class TicketMapperTests {

    private static final String LONG = "x".repeat(999_999) + "\ud83d\ude00";

    @Test
    void mapsAllFields() {
        Ready<TicketFields> mapped = map(Payload.ticket()
                .with("contractID", 4001)
                .with("configurationItemID", 5001)
                .with("projectID", 6001));
        TicketFields ticket = mapped.target();

        assertThat(ticket.subject()).isEqualTo("Printer offline");
        assertThat(ticket.number()).isNull();
        assertThat(ticket.sourceNumber()).isEqualTo("T20260927.0046");
        assertThat(ticket.description()).startsWith("Printer on floor 3 offline.");
        assertThat(ticket.resolution()).isNull();
        assertThat(ticket.clientId().value()).isEqualTo(CLIENT);
        assertThat(ticket.contactId()).hasToString(id(3001).toString());
        assertThat(ticket.statusId()).isEqualTo(SystemStatus.IN_PROGRESS.id());
        assertThat(ticket.closed()).isFalse();
        assertThat(ticket.priority()).isEqualTo(Priority.MEDIUM);
        assertThat(ticket.type()).isEqualTo(TicketType.INCIDENT);
        assertThat(ticket.queue()).isEqualTo("Level I Support");
        assertThat(ticket.assigneeId()).isEqualTo(TicketMapping.MEMBER);
        assertThat(ticket.assigneeName()).isNull();
        assertThat(ticket.dueAt()).isEqualTo("2026-09-29T16:00:00Z");
        assertThat(ticket.openedAt()).isEqualTo("2026-09-27T15:20:31.067Z");
        assertThat(ticket.firstResponseAt()).isEqualTo("2026-09-27T15:41:00Z");
        assertThat(ticket.resolvedAt()).isNull();
        assertThat(ticket.closedAt()).isNull();
        assertThat(ticket.lastActivityAt()).isEqualTo("2026-09-28T08:50:02.3Z");
        assertThat(ticket.contractId()).hasToString(id(4001).toString());
        assertThat(ticket.assetId()).hasToString(id(5001).toString());
        assertThat(ticket.projectId()).hasToString(id(6001).toString());
        assertThat(mapped.findings()).isEmpty();
        assertThat(mapped.links()).isEmpty();
    }

    @Test
    void keepsUnderSourceWhatAscentHasNoFieldFor() {
        Map<String, String> originals = map(Payload.ticket()
                        .with("source", -2)
                        .with("purchaseOrderNumber", "PO 7")
                        .with("rmmAlertID", "alert-1")
                        .with("externalID", "ext-1")
                        .with("rmaStatus", 2)
                        .with("changeInfoField3", "Roll back at noon")
                        .with("completedByResourceID", 29000001))
                .details()
                .originals();

        assertThat(originals)
                .containsEntry("source", "Insourced")
                .containsEntry("ticketCategory", "Standard")
                .containsEntry("subIssueType", "Paper jam")
                .containsEntry("issueType", "Printer & Scanner")
                .containsEntry("serviceLevelAgreementID", "Gold SLA")
                .containsEntry("resolvedDueDateTime", "2026-09-29T16:00:00Z")
                .containsEntry("estimatedHours", "0.5")
                .containsEntry("purchaseOrderNumber", "PO 7")
                .containsEntry("rmmAlertID", "alert-1")
                .containsEntry("externalID", "ext-1")
                .containsEntry("rmaStatus", "Sent")
                .containsEntry("changeInfoField3", "Roll back at noon")
                .containsEntry("creatorResourceID", "Bo Holm")
                .containsEntry("completedByResourceID", "Zoë Lindqvist")
                .containsEntry("status", "In Progress");
        assertThat(map(Payload.ticket()).details().userDefined()).containsEntry("Root cause", null);
    }

    @Test
    void tellsOfLabelsThatAreGone() {
        assertThat(remarks(map(Payload.ticket().with("source", 99).with("subIssueType", 98))))
                .containsExactly("UNKNOWN_VALUE source=99 -> null", "UNKNOWN_VALUE subIssueType=98 -> null");
    }

    @Test
    void standsInForABlankTitle() {
        Ready<TicketFields> mapped = map(Payload.ticket().with("title", " \u0000 "));

        assertThat(mapped.target().subject()).isEqualTo("(no subject)");
        assertThat(remarks(mapped)).containsExactly("MISSING_VALUE title=null -> (no subject)");
    }

    @Test
    void keepsTextsWholeAndCutsWhatIsLonger() {
        Ready<TicketFields> whole =
                map(Payload.ticket().with("description", "x".repeat(1_000_000)).with("resolution", "Done"));
        Ready<TicketFields> cut =
                map(Payload.ticket().with("resolution", LONG).with("queueID", 9).with("ticketNumber", "n".repeat(60)));

        assertThat(whole.target().description()).hasSize(1_000_000);
        assertThat(whole.findings()).isEmpty();
        assertThat(cut.target().resolution()).hasSize(999_999);
        assertThat(cut.details().originals())
                .containsEntry("resolution", LONG)
                .containsEntry("queueID", "q".repeat(130))
                .containsEntry("ticketNumber", "n".repeat(60));
        assertThat(cut.target().queue()).hasSize(100);
        assertThat(cut.findings())
                .extracting(finding -> finding.reason().code())
                .containsOnly("TRUNCATED");
    }

    @ParameterizedTest
    @CsvSource({"300, PARENT_NOT_IMPORTED companyID=300", "77, PARENT_NOT_IMPORTED companyID=77"})
    void needsACompany(long company, String reason) {
        assertThat(skipped(mapped(Payload.ticket().with("companyID", company)))).isEqualTo(reason);
    }

    @Test
    void takesTicketsOfTheOwnCompanyAndRefusesWhatIsNoId() {
        assertThat(map(Payload.ticket().with("companyID", 0))
                        .target()
                        .clientId()
                        .value())
                .isEqualTo(id(0));
        assertThat(mapped(Payload.ticket().with("companyID", "none"))).isInstanceOf(Mapped.Rejected.class);
    }

    /** Whoever the contact belongs to; none is missed of a kind that is left out. */
    @ParameterizedTest
    @CsvSource({
        "contactID, 3002,",
        "contactID, 9999, REFERENCE_MISSING contactID=9999 -> null",
        "contactID, 3003,",
        "contractID, 4002,",
        "contractID, 4009, REFERENCE_MISSING contractID=4009 -> null",
        "configurationItemID, 5009, REFERENCE_MISSING configurationItemID=5009 -> null",
        "projectID, 6009, REFERENCE_MISSING projectID=6009 -> null"
    })
    void missesWhatIsNotInAscent(String field, long id, @Nullable String remark) {
        Ready<TicketFields> mapped = map(Payload.ticket().with(field, id));

        assertThat(remarks(mapped)).isEqualTo(remark == null ? List.of() : List.of(remark));
        if (id != 3002) {
            assertThat(mapped.details().originals()).containsEntry(field, Long.toString(id));
        }
    }

    @Test
    void namesAnAssigneeWhoIsNoUserAndMissesOneNobodyKnows() {
        TicketFields other =
                map(Payload.ticket().with("assignedResourceID", 29000002)).target();
        Ready<TicketFields> gone = map(Payload.ticket().with("assignedResourceID", 999));

        assertThat(other.assigneeId()).isNull();
        assertThat(other.assigneeName()).isEqualTo("Bo Holm");
        assertThat(gone.target().assigneeName()).isNull();
        assertThat(remarks(gone)).containsExactly("REFERENCE_MISSING assignedResourceID=999 -> null");
    }

    @ParameterizedTest
    @CsvSource({
        "priority, 4, CRITICAL,",
        "priority, 1, HIGH,",
        "priority, 5, MEDIUM, UNKNOWN_VALUE priority=5 -> MEDIUM",
        "priority, 77, MEDIUM, UNKNOWN_VALUE priority=77 -> MEDIUM",
        "ticketType, 4, SERVICE_REQUEST,",
        "ticketType, 9, SERVICE_REQUEST, UNKNOWN_VALUE ticketType=9 -> SERVICE_REQUEST"
    })
    void takesPriorityAndTypeByTheirLabels(String field, long value, String means, @Nullable String remark) {
        Ready<TicketFields> mapped = map(Payload.ticket().with(field, value));
        Object taken = field.equals("priority")
                ? mapped.target().priority()
                : mapped.target().type();

        assertThat(taken).hasToString(means);
        assertThat(remarks(mapped)).isEqualTo(remark == null ? List.of() : List.of(remark));
    }

    @Test
    void linksAProblemLater() {
        assertThat(map(Payload.ticket().with("problemTicketId", 7)).links())
                .isEqualTo(Map.of("problemTicketId", ref("tickets", 7)));
        assertThat(remarks(map(Payload.ticket().with("problemTicketId", "none"))))
                .containsExactly("REFERENCE_MISSING problemTicketId=none -> null");
    }

    @Test
    void readsDatesWithoutAZoneAsUtcAndLeavesOutImpossibleOnes() {
        Ready<TicketFields> mapped = map(Payload.ticket()
                .with("createDate", "2026-09-27T15:20:31")
                .with("dueDateTime", "0001-01-01T00:00:00")
                .with("firstResponseDateTime", "soon")
                .with("resolvedDateTime", "2020-01-01T00:00:00Z"));

        assertThat(mapped.target().openedAt()).isEqualTo("2026-09-27T15:20:31Z");
        assertThat(mapped.target().dueAt()).isNull();
        assertThat(mapped.target().firstResponseAt()).isNull();
        assertThat(mapped.target().resolvedAt()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(remarks(mapped))
                .containsExactly(
                        "INVALID_DATE dueDateTime=0001-01-01T00:00:00 -> null",
                        "INVALID_DATE firstResponseDateTime=soon -> null");
        assertThat(mapped.unsaid().unresolved()).containsExactlyInAnyOrder("dueDateTime", "firstResponseDateTime");
    }

    /** No ticket counts as opened, or as worked on, at the moment of the import. */
    @Test
    void standsInForTimesThatAreMissing() {
        TicketFields none = map(Payload.ticket().withNull("createDate", "firstResponseDateTime", "lastActivityDate"))
                .target();
        Ready<TicketFields> odd = map(Payload.ticket().with("createDate", "0001-01-01T00:00:00Z"));

        assertThat(none.openedAt()).isEqualTo(Instant.parse("2000-01-01T00:00:00Z"));
        assertThat(none.lastActivityAt()).isEqualTo(Instant.parse("2000-01-01T00:00:00Z"));
        assertThat(odd.target().openedAt()).isEqualTo("2026-09-27T15:41:00Z");
        assertThat(remarks(odd)).containsExactly("INVALID_DATE createDate=0001-01-01T00:00:00Z -> null");
    }
}
