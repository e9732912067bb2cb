package app.ascent.sandbox.query;

import app.ascent.sandbox.tenant.Row;
import java.util.Set;
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
        return filter.keys().stream().findFirst().orElse(null);
    }

    /** Whether all it wants has one value of some in one of these fields; of a single one unless {@code several} may be asked for. */
    public boolean goesBy(Set<String> fields, boolean several) {
        return filter.keys().stream()
                .anyMatch(key -> fields.contains(key.field().name()) && (several || key.operator() == Operator.EQ));
    }

    boolean idsOnly() {
        return filter.idsOnly();
    }
}
