package app.ascent.migration.spi;

import java.util.List;
import java.util.Map;

/** What mapping made of a source record. */
public sealed interface Mapped<T> {

    /**
     * Ready to be written.
     *
     * @param keys comparison code to key: records of one type with an equal key are doubles (see {@link Comparison})
     * @param links source field to the record it points to, for references that are resolved after the last batch
     */
    record Ready<T>(
            T target,
            SourceDetails details,
            List<Finding> findings,
            Map<Reason, String> keys,
            Map<String, SourceRef> links)
            implements Mapped<T> {}

    /** Left out on purpose. */
    record Skipped<T>(Finding reason) implements Mapped<T> {}

    /** Cannot be written. */
    record Rejected<T>(List<Finding> problems) implements Mapped<T> {}
}
