package app.ascent.migration.idmap;

import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.staging.Outcome;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which record of Ascent a source record became.
 *
 * @param fingerprint of what mapping made of it, or null when the next run must look again
 * @param detailsHash of what is kept beside the mapped fields
 * @param payloadHash of what the source sent then
 * @param written JSON object of the values the import last wrote: a value that differs now is a person's edit
 * @param before JSON object of the values that stood there before, or null when the import created the record
 * @param found fields, by their names in Ascent, that had a value when the record was linked and were not written since
 * @param run the one that last wrote this, with the outcome it had for the record
 */
@SuppressWarnings("ArrayRecordComponent") // hashes are compared by Arrays.equals where they are compared
public record IdMapEntry(
        SourceId source,
        TargetId target,
        byte @Nullable [] fingerprint,
        byte[] detailsHash,
        byte[] payloadHash,
        String written,
        @Nullable String before,
        Set<String> found,
        RunId run,
        Outcome outcome) {}
