package app.ascent.migration.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mapper may ask: the dictionary of the run, what became of the records a batch points to, and what its records look
 * up.
 *
 * @param rows by their keys, in the order of their ids; a key that was asked for in vain has none
 * @param unreadable look-ups of which nothing could be read in this run
 * @param limits of content that the scope of the run sets
 */
public record References(
        Dictionary dictionary,
        Map<SourceRef, Resolution> resolved,
        Map<Lookup.Key, List<?>> rows,
        Set<EntityType> unreadable,
        Scope.Limits limits) {

    /** In a run without limits. */
    public References(
            Dictionary dictionary,
            Map<SourceRef, Resolution> resolved,
            Map<Lookup.Key, List<?>> rows,
            Set<EntityType> unreadable) {
        this(dictionary, resolved, rows, unreadable, Scope.Limits.NONE);
    }

    /** Of records that look nothing up. */
    public References(Dictionary dictionary, Map<SourceRef, Resolution> resolved) {
        this(dictionary, resolved, Map.of(), Set.of());
    }

    /** What became of a record that another one points to. */
    public sealed interface Resolution {

        /** It is in Ascent. */
        record Loaded(TargetId target) implements Resolution {}

        /**
         * It was read, but not loaded, for this reason.
         *
         * @param name what people call it, as far as it could be read
         */
        record NotLoaded(Reason reason, @Nullable String name) implements Resolution {

            public NotLoaded(Reason reason) {
                this(reason, null);
            }
        }

        /** It is not in Ascent, and what it is one of is not imported by this run, as the Owner chose. */
        record LeftOut() implements Resolution {}

        /**
         * An earlier run read it, and this one did not.
         *
         * @param hides whether the source shows only some records of its type
         */
        record Gone(@Nullable String name, boolean hides) implements Resolution {}

        /**
         * The source never sent it.
         *
         * @param hides whether the source shows only some records of its type
         */
        record Unknown(boolean hides) implements Resolution {

            public Unknown() {
                this(false);
            }
        }
    }

    /**
     * The remark that something another record names is not in Ascent. There is none where it is, and none where the Owner
     * left it out.
     */
    public Optional<Finding> missing(String field, SourceRef reference) {
        return switch (resolve(reference)) {
            case Resolution.Loaded _, Resolution.LeftOut _ -> Optional.empty();
            case Resolution.NotLoaded _, Resolution.Gone _, Resolution.Unknown _ ->
                Optional.of(Finding.of(
                        Reason.REFERENCE_MISSING, field, reference.id().toString()));
        };
    }

    public Resolution resolve(SourceRef reference) {
        return resolved.getOrDefault(reference, new Resolution.Unknown());
    }

    /** @throws IllegalStateException when the record did not say that it looks that up */
    public <R> Looked<R> look(Lookup<R> lookup, long key) {
        if (unreadable.contains(lookup.type())) {
            return new Looked.Unreadable<>();
        }
        List<?> found = rows.get(lookup.key(key));
        if (found == null) {
            throw new IllegalStateException("No record of the batch said that it looks up " + lookup.key(key));
        }
        return new Looked.Rows<>(found.stream().map(lookup.row()::cast).toList());
    }
}
