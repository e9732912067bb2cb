package app.ascent.migration.spi;

/** One record to write. Saving the same one twice leaves the same record. */
public record Save<T>(Kind kind, TargetId target, SourceId source, T values, SourceDetails details) {

    public enum Kind {
        /** A new record with this id. */
        CREATE,
        /** An existing record, already imported before. */
        UPDATE,
        /** An existing record that now gets its provenance. */
        LINK
    }
}
