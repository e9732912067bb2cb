package app.ascent.migration.pipeline;

import app.ascent.migration.idmap.KnownRecord;
import app.ascent.migration.idmap.Written;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.spi.TargetState;
import java.util.Map;

/**
 * How Ascent stands with respect to one batch, read before anything is written.
 *
 * @param written what imports last wrote to those that have to be compared
 * @param current the fields of those as they are now
 */
record Standing<T>(
        Map<SourceId, KnownRecord> known,
        Map<SourceId, Written> written,
        Map<SourceId, Match> matches,
        Map<TargetId, TargetState> states,
        Map<TargetId, T> current) {}
