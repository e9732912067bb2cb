package app.ascent.migration.spi;

/** An existing record of Ascent that a source record belongs to, though the id map does not know it yet. */
public sealed interface Match {

    /** It carries the source id from an earlier import, or exactly one record fits by its natural key. */
    record One(TargetId target) implements Match {}

    /** Several records fit, so a new one is created. */
    record Several(int count) implements Match {}
}
