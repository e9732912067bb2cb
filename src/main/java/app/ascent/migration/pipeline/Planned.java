package app.ascent.migration.pipeline;

import app.ascent.migration.idmap.Change;
import app.ascent.migration.idmap.IdMapEntry;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Save;
import app.ascent.migration.staging.Processed;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written about one record.
 *
 * @param save null when nothing of the target changes
 * @param entry null when the id map stays as it is
 * @param change null when no record that was there before gets other fields
 */
record Planned<T>(Processed processed, @Nullable Save<T> save, @Nullable IdMapEntry entry, @Nullable Change change) {

    Planned<T> with(UnaryOperator<Finding> finding) {
        return new Planned<>(processed.with(finding), save, entry, change);
    }

    /** Of a record that is left as it is. */
    static <T> Planned<T> nothing(Processed processed) {
        return new Planned<>(processed, null, null, null);
    }
}
