package app.ascent.contracts;

/** What was bought in advance: blocks of hours, an amount of money, or tickets. */
public enum BalanceKind {
    BLOCK,
    RETAINER,
    TICKETS
}
