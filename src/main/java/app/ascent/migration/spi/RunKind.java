package app.ascent.migration.spi;

/** What a run does. */
public enum RunKind {
    /** Reads everything from the source, and loads it. */
    FULL,
    /**
     * Maps and loads what was read before, by today's decisions and the mapping of today's release. It asks the source nothing.
     */
    REMAP;

    /** Whether it asks the source anything. */
    public boolean reads() {
        return this == FULL;
    }
}
