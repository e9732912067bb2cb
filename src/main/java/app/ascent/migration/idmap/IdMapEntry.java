package app.ascent.migration.idmap;

import app.ascent.migration.spi.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be remembered of a record that was written.
 *
 * @param written null for a record that nobody edits
 */
public record IdMapEntry(KnownRecord record, @Nullable Written written) {

    public SourceId source() {
        return record.source();
    }
}
