package app.ascent.migration.spi;

import java.util.List;
import java.util.Set;

/**
 * Reads the rows of a {@link Lookup}. The engine finds every bean of this type. In a run that has a type which needs it, it
 * is pulled and staged like records are, from checkpoints, and complete before the first record of that type is mapped; it
 * lands nowhere and has no row in a report. Where it cannot be read ({@link SourceFailure.Unreadable}) the Owner gets the
 * notice {@value #UNREADABLE}, and mapping does without.
 */
public interface LookupTable<R> extends Pulled {

    /** The code of the notice that nothing could be looked up there. */
    String UNREADABLE = "LOOKUP_UNREADABLE";

    Lookup<R> lookup();

    /**
     * The types that look things up here when they are mapped; one that is read from several entities stands for all its parts.
     * It costs calls only where one of them is in the run.
     */
    Set<EntityType> neededBy();

    /** Whether it is kept of each row how many records of a run looked it up, for those who decide about rows. */
    default boolean counted() {
        return false;
    }

    /** What the Owner is to know when it cannot be read. Pure. */
    SourcePlan.Notice withheld();

    /**
     * Adds what Ascent knows of rows that a batch looks up, such as who of its people they are, in a statement or none.
     * Leaves the rows in their order.
     */
    default List<R> completed(RunContext run, List<R> rows) {
        return rows;
    }

    /**
     * What a row looks up itself, as who the person is that it names. Found for a whole batch at once like what records look up,
     * if that table, too, is needed by their type. Pure.
     */
    default List<Lookup.Key> lookUps(R row) {
        return List.of();
    }

    /**
     * The records that a row names, as somebody else who has to do with it: {@link References#resolve} answers for them as for
     * those that records name themselves. Pure.
     */
    default List<SourceRef> references(R row) {
        return List.of();
    }

    @Override
    default EntityType type() {
        return lookup().type();
    }

    /** Nobody is told how many there are, so that it costs its pages and no further call. */
    @Override
    default SourcePlan plan(RunContext run) {
        return new SourcePlan(0, List.of());
    }

    @Override
    default SourcePlan.Notice fewer(long counted, long pulled) {
        throw new IllegalStateException("Nobody counts " + type());
    }
}
