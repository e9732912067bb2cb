package app.ascent.migration.idmap;

import app.ascent.migration.spi.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be remembered of a record that was written.
 *
 * @param payloadHash of what the source sent then
 * @param written null for a record that nobody edits
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record IdMapEntry(KnownRecord record, byte[] payloadHash, @Nullable Written written) {

    public SourceId source() {
        return record.source();
    }
}
