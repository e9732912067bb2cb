package app.ascent.migration.staging;

import app.ascent.migration.spi.SourceId;

/** One record that waits to be loaded; the hash tells whether it still is the same when it is. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; the hash goes back to the database as it came
public record StagedRecord(SourceId id, String payload, byte[] hash) {}
