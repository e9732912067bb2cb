package app.ascent.migration.spi;

/**
 * What to go on from within a segment, in words that its reader makes and nobody else reads: an id, the address of a next page,
 * whatever the source offers. The engine keeps it with the checkpoint and hands it back.
 */
public record Cursor(String text) {}
