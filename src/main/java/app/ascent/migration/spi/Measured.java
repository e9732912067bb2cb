package app.ascent.migration.spi;

/**
 * What a record adds to a row that it looks up in a {@link LookupTable#counted() counted} table, as its hours to whoever worked
 * them.
 *
 * @param measure of what, as {@code minutes}
 */
public record Measured(Lookup.Key key, String measure, long amount) {}
