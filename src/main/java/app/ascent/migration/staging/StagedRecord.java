package app.ascent.migration.staging;

import app.ascent.migration.spi.SourceId;

/**
 * One record as it came; the hash tells whether it still is the same when it is loaded.
 *
 * @param payload empty where what came is lost, which no record of a source is
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; the hash goes back to the database as it came
public record StagedRecord(SourceId id, String payload, byte[] hash) {

    static final String LOST = "";

    /** Whether the copy that was kept is damaged, so that the source has to be asked again. */
    public boolean lost() {
        return payload.equals(LOST);
    }
}
