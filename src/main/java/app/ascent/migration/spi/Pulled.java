package app.ascent.migration.spi;

/** What is pulled from the source page by page, and staged as it came: records to be migrated, and rows to look things up in. */
public interface Pulled {

    EntityType type();

    /** Counts what there is and checks the right to read it. Called once a run. */
    SourcePlan plan(RunContext run) throws InterruptedException;

    /** Reads one page behind the cursor, outside any transaction. */
    SourcePage fetch(RunContext run, SourceCursor cursor) throws InterruptedException;

    /** What the Owner is to know when the source counted more than it sent in the end, unreadable rows included. Pure. */
    SourcePlan.Notice fewer(long counted, long pulled);

    /** What the Owner is to know of rows that the source sent and nobody can tell which they are. Pure. */
    SourcePlan.Notice unreadable(long rows);
}
