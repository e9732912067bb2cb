package app.ascent.migration.spi;

import java.util.List;
import java.util.Optional;

/** The answer to a look-up. */
public sealed interface Looked<R> {

    /** What there is under the key in the order of the rows' ids; none when the source has none. */
    record Rows<R>(List<R> rows) implements Looked<R> {}

    /**
     * Nothing of the kind could be read in this run. It may well be there: a mapper leaves the fields concerned as unresolved
     * ({@link Mapped.Unsaid}), so that what an earlier run wrote there stays.
     */
    record Unreadable<R>() implements Looked<R> {}

    /** The first row, if there is one and it could be read; for what need not tell the two apart. */
    default Optional<R> first() {
        return this instanceof Rows<R>(List<R> rows) ? rows.stream().findFirst() : Optional.empty();
    }
}
