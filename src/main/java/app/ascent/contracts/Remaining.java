package app.ascent.contracts;

import java.math.BigDecimal;

/** What is left of all that was bought in advance of one kind and is still valid. */
public record Remaining(BalanceKind kind, BigDecimal left) {}
