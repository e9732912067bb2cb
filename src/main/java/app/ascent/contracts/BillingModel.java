package app.ascent.contracts;

/** How work under a contract is paid for. */
public enum BillingModel {
    RECURRING,
    BLOCK_HOURS,
    RETAINER,
    PER_TICKET,
    FIXED_PRICE,
    TIME_AND_MATERIALS
}
