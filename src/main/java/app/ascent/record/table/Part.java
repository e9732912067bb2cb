package app.ascent.record.table;

import app.ascent.record.PartSource;
import java.time.Instant;
import java.util.UUID;

/** A row that belongs to a record, and that nobody edits. */
public record Part<F extends Record>(UUID id, F fields, PartSource source, Instant created, Instant updated) {}
