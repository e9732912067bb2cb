package app.ascent.sandbox.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of one entity, by their place in the ascending order of ids. Those of which there may be a million are
 * computed, not held.
 */
interface Records {

    /** How many there are when nobody adds any. */
    long size();

    long idAt(long index);

    Row at(long index);

    /** Where all records lie whose {@code field} holds {@code value}; null when that is not known. */
    default @Nullable List<Span> where(String field, long value) {
        return null;
    }

    /** What an edit by a person leaves in a record; each revision differs. */
    void edit(Row row, int revision);
}
