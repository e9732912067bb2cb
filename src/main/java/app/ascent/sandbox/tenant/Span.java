package app.ascent.sandbox.tenant;

/**
 * Some places of a table, one behind the other.
 *
 * @param end the first place behind them
 */
public record Span(long from, long end) {}
