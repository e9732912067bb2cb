package app.ascent.migration.spi;

/** An existing record of Ascent that a source record belongs to, though the id map does not know it yet. */
public sealed interface Match {

    /**
     * Exactly one record fits.
     *
     * @param adopted whether it carries the source id from an earlier import, rather than the natural key
     */
    record One(TargetId target, boolean adopted) implements Match {

        /** A record that fits by its natural key. */
        public One(TargetId target) {
            this(target, false);
        }
    }

    /** Several records fit, so a new one is created. */
    record Several(int count) implements Match {}
}
