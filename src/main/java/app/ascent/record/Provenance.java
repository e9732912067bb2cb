package app.ascent.record;

/** Where an imported record came from: unique within an organization. */
public record Provenance(String system, long database, long sourceId) {}
