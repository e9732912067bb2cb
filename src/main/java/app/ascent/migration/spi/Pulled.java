package app.ascent.migration.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is pulled from the source page by page, and staged as it came: records to be migrated, and rows to look things up in. */
public interface Pulled {

    EntityType type();

    /** Counts what there is and checks the right to read it. Called once a run. */
    SourcePlan plan(RunContext run) throws InterruptedException;

    /**
     * Reads one page of a segment in ascending order of id, outside any transaction. A type with waves, or that is divisible,
     * reads no more than the segment; others have none but the whole.
     *
     * @param from what an earlier page of the segment said to go on from; null at its beginning
     */
    SourcePage fetch(RunContext run, Segment segment, @Nullable Cursor from) throws InterruptedException;

    /**
     * What is to come first, by names that only this type understands. The last one stands for all there is
     * in the scope: it walks all ids, and what an earlier one has brought is staged once. Pure.
     */
    default List<String> waves(Scope scope) {
        return List.of(Segment.WHOLE.filter());
    }

    /**
     * Whether it comes in waves of its own, when all that it depends on is there in full. What is asked for then may be asked by
     * what was loaded. Pure.
     */
    default boolean follows() {
        return false;
    }

    /** Whether a range of its ids can be read by itself, so that two of them are pulled side by side. Pure. */
    default boolean divisible() {
        return false;
    }

    /** Whether it leaves out some of its records where an import goes that far back; references to them are not missed. Pure. */
    default boolean narrowedBy(Scope.History history) {
        return false;
    }

    /** What the Owner is to know when the source counted more than it sent in the end, unreadable rows included. Pure. */
    SourcePlan.Notice fewer(long counted, long pulled);

    /** What the Owner is to know of rows that the source sent and nobody can tell which they are. Pure. */
    SourcePlan.Notice unreadable(long rows);
}
