package app.ascent.desk.time;

/** How far time has come on its way to an invoice. */
public enum BillingState {
    NOT_BILLABLE,
    UNBILLED,
    APPROVED,
    INVOICED;

    /** Whether nobody may change the time any more. */
    public boolean isSettled() {
        return this == APPROVED || this == INVOICED;
    }
}
