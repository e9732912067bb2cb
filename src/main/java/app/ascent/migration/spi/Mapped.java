package app.ascent.migration.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What mapping made of a source record. */
public sealed interface Mapped<T> {

    /**
     * Ready to be written.
     *
     * @param keys comparison code to key: records of one type with an equal key are doubles (see {@link Comparison})
     * @param links source field to the record it points to, for references that are resolved after the last batch
     * @param unsaid the fields in which the target has something that the source did not say
     */
    record Ready<T>(
            T target,
            SourceDetails details,
            List<Finding> findings,
            Map<Reason, String> keys,
            Map<String, SourceRef> links,
            Unsaid unsaid)
            implements Mapped<T> {

        /** Of a record whose every field is what the source says. */
        public Ready(
                T target,
                SourceDetails details,
                List<Finding> findings,
                Map<Reason, String> keys,
                Map<String, SourceRef> links) {
            this(target, details, findings, keys, links, Unsaid.NONE);
        }

        /** With another target in the place of this one. */
        public Ready<T> as(T other) {
            return new Ready<>(other, details, findings, keys, links, unsaid);
        }

        /**
         * With further remarks behind its own, about fields that could not be read; those that say what is used instead
         * are about fields that were read all the same.
         */
        public Ready<T> and(List<Finding> unreadable) {
            return new Ready<>(
                    target,
                    details,
                    Stream.concat(findings.stream(), unreadable.stream()).toList(),
                    keys,
                    links,
                    unsaid.unresolved(unreadable.stream()
                            .filter(finding -> finding.usedInstead() == null)
                            .map(Finding::field)
                            .filter(Objects::nonNull)
                            .toList()));
        }
    }

    /**
     * Fields of the source, by its names for them, that do not decide what stands in Ascent.
     *
     * @param unresolved the source has something there that nobody could make sense of: it changes nothing
     * @param assumed the source has nothing there, and something stands in for it: no person's value gives way to that
     * @param held what the source has there makes a new record, but is no news about a known one, which keeps what stands
     *     in Ascent; with the remark that is due where the two differ
     */
    record Unsaid(Set<String> unresolved, Set<String> assumed, Map<String, Finding> held) {

        public static final Unsaid NONE = new Unsaid(Set.of(), Set.of(), Map.of());

        Unsaid unresolved(Collection<String> more) {
            return new Unsaid(
                    Stream.concat(unresolved.stream(), more.stream()).collect(Collectors.toUnmodifiableSet()),
                    assumed,
                    held);
        }
    }

    /** Left out on purpose. */
    record Skipped<T>(Finding reason) implements Mapped<T> {}

    /**
     * Has no part in the import, as the scope has it: what it belongs to has none, or it stands for content beyond the limits. The
     * engine makes this of a record that is skipped for the want of a parent which the scope leaves out; only a type with content
     * need answer it.
     */
    record LeftOut<T>() implements Mapped<T> {}

    /** Cannot be written. */
    record Rejected<T>(List<Finding> problems) implements Mapped<T> {}
}
