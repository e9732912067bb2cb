package app.ascent.migration.spi;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
            implements Mapped<T> {

        /** With further remarks behind its own. */
        public Ready<T> and(List<Finding> more) {
            return new Ready<>(
                    target,
                    details,
                    Stream.concat(findings.stream(), more.stream()).toList(),
                    keys,
                    links);
        }
    }

    /** Left out on purpose. */
    record Skipped<T>(Finding reason) implements Mapped<T> {}

    /** Cannot be written. */
    record Rejected<T>(List<Finding> problems) implements Mapped<T> {}
}
