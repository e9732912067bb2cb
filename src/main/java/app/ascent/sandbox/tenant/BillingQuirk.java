package app.ascent.sandbox.tenant;

import java.util.function.Consumer;

/** What is wrong with an item that was posted for billing. Each comes once, with ordinary ones in between. */
enum BillingQuirk {
    /** Where it is on no invoice, as live ones say it. */
    ON_INVOICE_ZERO(row -> row.put("invoiceID", 0)),
    INVOICE_GONE(row -> row.put("invoiceID", 29_600_050)),
    INVOICE_MISSING(row -> row.put("invoiceID", null)),
    TIME_GONE(row -> row.put("timeEntryID", 29_600_051)),
    /** A charge, that has no time. */
    NO_TIME(row -> row.put("timeEntryID", null).put("billingItemType", 3)),
    RATE_MISSING(row -> row.put("rate", null)),
    NONE(_ -> {});

    private static final int APART = 7;

    private final Consumer<Row> spoils;

    BillingQuirk(Consumer<Row> spoils) {
        this.spoils = spoils;
    }

    static BillingQuirk of(long item) {
        long place = item / APART;
        return item % APART == APART - 1 && place < values().length ? values()[(int) place] : NONE;
    }

    void spoil(Row row) {
        spoils.accept(row);
    }
}
