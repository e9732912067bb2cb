package app.ascent.importing.time;

import app.ascent.desk.time.BillingState;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Figures;
import app.ascent.importing.time.TimeLookUps.Invoice;
import app.ascent.importing.time.TimeLookUps.Item;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Looked;
import app.ascent.migration.spi.Reason;
import app.ascent.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a time entry has come on its way to an invoice. Only what Autotask has posted proves that, and only an invoice that was not
 * voided that it was billed: an approval alone proves neither.
 *
 * @param invoiceNumber of the invoice it is on
 * @param rate by which it was posted
 */
record Billing(BillingState state, @Nullable String invoiceNumber, @Nullable BigDecimal rate) {

    /** What people are told is in doubt; the fields of a time entry in Autotask say nothing of the three. */
    static final String ITEMS = "billingItems";

    static final String INVOICE = "invoiceID";
    static final String RATE = "billingRate";

    static Billing of(AutotaskTimeEntry source, boolean billable, FieldReading reading) {
        return switch (reading.look(TimeLookUps.ITEMS, source.id())) {
            case Looked.Rows<Item>(List<Item> items) -> proven(items, billable, reading);
            case Looked.Unreadable<Item> _ -> unproven(source, billable, reading);
        };
    }

    private static Billing proven(List<Item> items, boolean billable, FieldReading reading) {
        Item invoiced = null;
        for (Item item : items) {
            OptionalLong invoice = item.invoice();
            if (invoiced == null && invoice.isPresent() && !isVoided(invoice.getAsLong(), reading)) {
                invoiced = item;
            }
        }
        BigDecimal rate = Stream.concat(Stream.ofNullable(invoiced), items.stream())
                .map(Billing::rate)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (!billable) {
            return new Billing(BillingState.NOT_BILLABLE, null, rate);
        }
        return invoiced == null
                ? new Billing(items.isEmpty() ? BillingState.UNBILLED : BillingState.APPROVED, null, rate)
                : new Billing(BillingState.INVOICED, number(invoiced.invoice().orElseThrow(), reading), rate);
    }

    /** It is told under Source, since the entry counts as approved then. */
    private static boolean isVoided(long id, FieldReading reading) {
        Optional<Invoice> invoice =
                reading.look(TimeLookUps.INVOICES, Long.toString(id)).first().filter(Invoice::voided);
        invoice.ifPresent(voided -> reading.keep(
                INVOICE,
                "%s, voided"
                        .formatted(Objects.requireNonNullElse(Text.name(voided.invoiceNumber()), Long.toString(id)))));
        return invoice.isPresent();
    }

    /** An invoice of which nothing is known may have gone out to the client: nobody is to be billed twice. */
    private static @Nullable String number(long id, FieldReading reading) {
        String value = Long.toString(id);
        Looked<Invoice> looked = reading.look(TimeLookUps.INVOICES, value);
        Invoice invoice = looked.first().orElse(null);
        String number = invoice == null ? null : Text.name(invoice.invoiceNumber());
        reading.keep(INVOICE, number == null ? value : number);
        if (invoice == null) {
            boolean unreadable = looked instanceof Looked.Unreadable<Invoice>;
            reading.remark(Finding.of(Reason.REFERENCE_MISSING, INVOICE, value)
                    .saying(
                            unreadable
                                    ? "Invoices could not be read in Autotask, so nobody knows whether this one was voided. The time counts as invoiced."
                                    : "Autotask does not list the invoice it is on. The time counts as invoiced."));
            if (unreadable) {
                reading.unresolved(INVOICE);
            }
        }
        return number;
    }

    /**
     * What an earlier import proved stays; a new entry counts as approved where somebody approved it, so that nobody bills it in
     * Ascent before it is known whether Autotask has.
     */
    private static Billing unproven(AutotaskTimeEntry source, boolean billable, FieldReading reading) {
        if (!billable) {
            reading.unresolved(RATE);
            return new Billing(BillingState.NOT_BILLABLE, null, null);
        }
        reading.unresolved(INVOICE);
        reading.unresolved(RATE);
        reading.held(Finding.of(Reason.REFERENCE_MISSING, ITEMS, null)
                .saying("Billing items could not be read in Autotask, so what stands in Ascent stays."));
        boolean approved = Text.clean(source.billingApprovalDateTime()) != null;
        return new Billing(approved ? BillingState.APPROVED : BillingState.UNBILLED, null, null);
    }

    private static @Nullable BigDecimal rate(Item item) {
        BigDecimal rate = Figures.number(item.rate());
        return rate == null || rate.signum() < 0 ? null : rate;
    }
}
