package app.ascent.migration.spi;

import java.util.stream.Stream;

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

    /** The names of those that do. */
    public static String[] reading() {
        return Stream.of(values()).filter(RunKind::reads).map(RunKind::name).toArray(String[]::new);
    }
}
