package app.ascent.record.imports;

import java.util.List;
import java.util.UUID;

/**
 * The records that fit one source record: a single adopted one, or all unlinked ones with its natural key.
 *
 * @param adopted whether an earlier import wrote it
 */
public record ImportMatch(long sourceId, List<UUID> candidates, boolean adopted) {

    /** Of records that no import has claimed. */
    public ImportMatch(long sourceId, List<UUID> candidates) {
        this(sourceId, candidates, false);
    }
}
