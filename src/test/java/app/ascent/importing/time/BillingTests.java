package app.ascent.importing.time;

import static app.ascent.importing.time.TimeMapping.map;
import static app.ascent.importing.time.TimeMapping.mapped;
import static app.ascent.importing.time.TimeMapping.remarks;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.desk.time.BillingState;
import app.ascent.desk.time.TimeEntryFields;
import app.ascent.importing.Payload;
import app.ascent.importing.time.TimeLookUps.Item;
import app.ascent.migration.spi.Mapped.Ready;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far time has come on its way to an invoice, and what proves it. */
class BillingTests {

    private static final Item ON_VALID = new Item("1", "95");
    private static final Item ON_VOIDED = new Item("2", "80");
    private static final Item POSTED = new Item("0", null);

    @Test
    void isUnbilledWithoutABillingItem() {
        Ready<TimeEntryFields> mapped = map(Payload.timeEntry());

        assertThat(mapped.target().billingState()).isEqualTo(BillingState.UNBILLED);
        assertThat(mapped.target().rate()).isNull();
    }

    /** An approval is no posting. */
    @Test
    void isUnbilledWhenOnlyApproved() {
        assertThat(map(Payload.timeEntry().with("billingApprovalDateTime", "2026-09-30T00:00:00Z"))
                        .target()
                        .billingState())
                .isEqualTo(BillingState.UNBILLED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0", "0.0", " 0 "})
    void isApprovedOnNoInvoice(@Nullable String invoice) {
        Ready<TimeEntryFields> mapped = map(Payload.timeEntry(), new Item(invoice, "80.5"));

        assertThat(mapped.target().billingState()).isEqualTo(BillingState.APPROVED);
        assertThat(mapped.target().invoiceNumber()).isNull();
        assertThat(mapped.target().rate()).isEqualTo(new BigDecimal("80.50"));
        assertThat(mapped.findings()).isEmpty();
    }

    @Test
    void isInvoicedOnAnInvoiceWhateverElseWasPosted() {
        Ready<TimeEntryFields> mapped = map(Payload.timeEntry(), POSTED, ON_VOIDED, ON_VALID);

        assertThat(mapped.target().billingState()).isEqualTo(BillingState.INVOICED);
        assertThat(mapped.target().invoiceNumber()).isEqualTo("INV-1042");
        assertThat(mapped.target().rate()).isEqualTo(new BigDecimal("95.00"));
        assertThat(mapped.findings()).isEmpty();
    }

    @Test
    void isApprovedWhereTheInvoiceWasVoided() {
        Ready<TimeEntryFields> mapped = map(Payload.timeEntry(), ON_VOIDED);

        assertThat(mapped.target().billingState()).isEqualTo(BillingState.APPROVED);
        assertThat(mapped.target().invoiceNumber()).isNull();
        assertThat(mapped.details().originals()).containsEntry("invoiceID", "INV-0999, voided");
    }

    @Test
    void isInvoicedOnAnInvoiceThatNobodyFinds() {
        Ready<TimeEntryFields> gone = map(Payload.timeEntry(), new Item("77", null));
        Ready<TimeEntryFields> unreadable =
                (Ready<TimeEntryFields>) mapped(Payload.timeEntry(), Set.of(TimeLookUps.INVOICES.type()), ON_VOIDED);
        Ready<TimeEntryFields> nameless = map(Payload.timeEntry(), new Item("3", null));

        assertThat(gone.target().billingState()).isEqualTo(BillingState.INVOICED);
        assertThat(gone.target().invoiceNumber()).isNull();
        assertThat(gone.details().originals()).containsEntry("invoiceID", "77");
        assertThat(remarks(gone)).containsExactly("REFERENCE_MISSING invoiceID=77 -> null");
        assertThat(unreadable.target().billingState()).isEqualTo(BillingState.INVOICED);
        assertThat(remarks(unreadable)).containsExactly("REFERENCE_MISSING invoiceID=2 -> null");
        assertThat(unreadable.unsaid().unresolved()).contains("invoiceID");
        assertThat(nameless.target().billingState()).isEqualTo(BillingState.INVOICED);
        assertThat(nameless.findings()).isEmpty();
    }

    @Test
    void isNotBillableWhateverWasPosted() {
        Ready<TimeEntryFields> mapped = map(Payload.timeEntry().with("isNonBillable", true), ON_VALID);

        assertThat(mapped.target().billable()).isFalse();
        assertThat(mapped.target().billingState()).isEqualTo(BillingState.NOT_BILLABLE);
        assertThat(mapped.target().invoiceNumber()).isNull();
    }

    @Test
    void isBillableWhereNobodySaysOtherwise() {
        Ready<TimeEntryFields> mapped = map(Payload.timeEntry().withNull("isNonBillable"));

        assertThat(mapped.target().billable()).isTrue();
        assertThat(mapped.unsaid().assumed()).contains("isNonBillable");
        assertThat(map(Payload.timeEntry().with("isNonBillable", 1)).target().billable())
                .isFalse();
    }

    /** Nobody may bill in Ascent what Autotask may have billed: what an earlier import proved is held. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "false, null, UNBILLED",
                "false, 2026-09-30T00:00:00Z, APPROVED",
                "true, 2026-09-30T00:00:00Z, NOT_BILLABLE"
            })
    void goesByTheApprovalWhereBillingItemsCannotBeRead(
            boolean nonBillable, @Nullable String approved, BillingState becomes) {
        Payload payload = Payload.timeEntry().with("isNonBillable", nonBillable);

        Ready<TimeEntryFields> mapped = (Ready<TimeEntryFields>) mapped(
                approved == null ? payload : payload.with("billingApprovalDateTime", approved),
                Set.of(TimeLookUps.ITEMS.type()));

        assertThat(mapped.target().billingState()).isEqualTo(becomes);
        assertThat(mapped.findings()).isEmpty();
        assertThat(mapped.unsaid().held().containsKey("billingItems")).isEqualTo(!nonBillable);
        assertThat(mapped.unsaid().unresolved()).contains("billingRate");
    }
}
