package app.ascent.migration.spi;

/** How far a pull has come: the highest source id seen. Records are read in ascending order of id. */
public record SourceCursor(long after) {

    /** Before the first record; id 0 lies behind it. */
    public static final SourceCursor START = new SourceCursor(-1);
}
