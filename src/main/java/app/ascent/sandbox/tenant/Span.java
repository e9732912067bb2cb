package app.ascent.sandbox.tenant;

/**
 * Some places of a table, one behind the other.
 *
 * @param end the first place behind them
 */
public record Span(long from, long end) {

    /** Where the records are that lead to what does not exist: what is odd is dealt out first. */
    static final Span ODD = new Span(0, 500);
}
