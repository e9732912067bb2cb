package app.ascent.migration.spi;

/** One record as the source sent it: the JSON text is kept to the letter. */
public record SourceRow(SourceId id, String payload) {}
