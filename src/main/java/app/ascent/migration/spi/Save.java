package app.ascent.migration.spi;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One record to write. Saving the same one twice leaves the same record.
 *
 * @param complete whether every field now has the source's value, so that earlier edits no longer count
 * @param loss what people had written and the source's values replace, or null
 * @param content what has come for it now: for a new record of a type that has any, and for no other
 */
public record Save<T>(
        Kind kind,
        TargetId target,
        SourceId source,
        T values,
        SourceDetails details,
        boolean complete,
        @Nullable Loss<T> loss,
        @Nullable Content content) {

    /** Of a record that stands for nothing but its fields, or whose content is there. */
    public Save(
            Kind kind,
            TargetId target,
            SourceId source,
            T values,
            SourceDetails details,
            boolean complete,
            @Nullable Loss<T> loss) {
        this(kind, target, source, values, details, complete, loss, null);
    }

    /** With content that has come for it. */
    public Save<T> having(@Nullable Content came) {
        return new Save<>(kind, target, source, values, details, complete, loss, came);
    }

    /** With other values. */
    public Save<T> with(T other) {
        return new Save<>(kind, target, source, other, details, complete, loss, content);
    }

    public enum Kind {
        /** A new record with this id. */
        CREATE,
        /** An existing record, already imported before. */
        UPDATE,
        /** An existing record that now gets its provenance. */
        LINK
    }

    /** The record as it stood, and those of its fields that are lost. */
    public record Loss<T>(T before, Set<String> fields) {}

    /** A new record. */
    public static <T> Save<T> create(TargetId target, SourceId source, T values, SourceDetails details) {
        return new Save<>(Kind.CREATE, target, source, values, details, true, null);
    }
}
