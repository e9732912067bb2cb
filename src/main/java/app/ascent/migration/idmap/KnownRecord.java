package app.ascent.migration.idmap;

import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.staging.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Which record of Ascent a source record became, and how one tells whether anything has changed since.
 *
 * @param fingerprint of what mapping made of it, or null when the next run must look again
 * @param detailsHash of what is kept beside the mapped fields
 * @param createdBy the run that created the record of Ascent; null where it was there before, or an earlier version of
 *     Ascent created it
 * @param run the one that last wrote this, with the outcome it had for the record
 */
@SuppressWarnings("ArrayRecordComponent") // hashes are compared by Arrays.equals where they are compared
public record KnownRecord(
        SourceId source,
        TargetId target,
        byte @Nullable [] fingerprint,
        byte[] detailsHash,
        @Nullable RunId createdBy,
        RunId run,
        Outcome outcome) {}
