package app.ascent.crm;

import java.util.List;
import java.util.UUID;

/** The records that fit one source record: a single adopted one, or all unlinked ones with its natural key. */
public record ImportMatch(long sourceId, List<UUID> candidates) {}
