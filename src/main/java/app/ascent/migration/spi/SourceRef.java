package app.ascent.migration.spi;

/** Points to a record at the source. */
public record SourceRef(EntityType type, SourceId id) {}
