package app.ascent.migration.pipeline;

import app.ascent.migration.idmap.IdMapEntry;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.spi.TargetState;
import java.util.Map;

/** How Ascent stands with respect to one batch, read before anything is written. */
record Standing<T>(
        Map<SourceId, IdMapEntry> known,
        Map<SourceId, Match> matches,
        Map<TargetId, TargetState> states,
        Map<TargetId, T> current) {}
