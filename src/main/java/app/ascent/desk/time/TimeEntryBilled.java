package app.ascent.desk.time;

import org.jspecify.annotations.Nullable;

/** An entry was not changed or deleted, since it is on its way to an invoice or on one. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class TimeEntryBilled extends RuntimeException {

    private final transient TimeEntryId id;
    private final BillingState state;
    private final @Nullable String invoiceNumber;

    TimeEntryBilled(TimeEntryView entry) {
        super("%s is %s".formatted(entry.id(), entry.fields().billingState()));
        this.id = entry.id();
        this.state = entry.fields().billingState();
        this.invoiceNumber = entry.fields().invoiceNumber();
    }

    public TimeEntryId id() {
        return id;
    }

    public BillingState state() {
        return state;
    }

    /** Of the invoice it is on, where one is known. */
    public @Nullable String invoiceNumber() {
        return invoiceNumber;
    }
}
