package app.ascent.sandbox.query;

import app.ascent.sandbox.tenant.Row;
import org.jspecify.annotations.Nullable;

/** A query, understood: how many records to a page, which fields of them, and which records. */
public final class Search {

    private final int maxRecords;
    private final Projection projection;
    private final Filter filter;
    private final IdRange ids;

    Search(int maxRecords, Projection projection, Filter filter) {
        this.maxRecords = maxRecords;
        this.projection = projection;
        this.filter = filter;
        this.ids = filter.ids();
    }

    public int maxRecords() {
        return maxRecords;
    }

    public Projection projection() {
        return projection;
    }

    /** The id behind which its records begin, as far as its conditions tell. */
    public long after() {
        return ids.from() - 1;
    }

    boolean accepts(Row row) {
        return filter.accepts(row);
    }

    IdRange ids() {
        return ids;
    }

    /** A condition that says which few records may fit, or all. */
    Filter.@Nullable Condition key() {
        return filter.key();
    }

    boolean idsOnly() {
        return filter.idsOnly();
    }
}
