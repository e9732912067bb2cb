package app.ascent.migration.staging;

import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.SourceId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record.
 *
 * @param outcome for loaded ones
 * @param name what people call it, when it could be read
 * @param keys JSON object, comparison code to key
 * @param links JSON object, source field to the record it points to
 * @param findings the reason first, for skipped and failed ones
 */
public record Processed(
        SourceId id,
        RecordState state,
        @Nullable Outcome outcome,
        @Nullable String name,
        @Nullable String keys,
        @Nullable String links,
        List<Finding> findings) {

    public Processed with(UnaryOperator<Finding> finding) {
        return new Processed(
                id,
                state,
                outcome,
                name,
                keys,
                links,
                findings.stream().map(finding).toList());
    }

    public Tally tally() {
        return Tally.of(state, outcome, !findings.isEmpty());
    }
}
