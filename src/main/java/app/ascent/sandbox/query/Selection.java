package app.ascent.sandbox.query;

import app.ascent.sandbox.tenant.Row;
import app.ascent.sandbox.tenant.Span;
import app.ascent.sandbox.tenant.Table;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The records of an entity an API user may see, by query. */
public final class Selection {

    private final Table table;
    private final @Nullable LongPredicate hides;

    /** @param hides the records, by their ids, that the user does not see; null for one who sees all */
    public Selection(Table table, @Nullable LongPredicate hides) {
        this.table = table;
        this.hides = hides;
    }

    /** How a page ended; {@code more} when at least one record follows. */
    public record Page(int count, long lastId, boolean more) {}

    /** Hands the records behind {@code after} to {@code sink}, ascending, a page of them at most. */
    public Page page(Search search, long after, int size, Consumer<Row> sink) {
        IdRange ids = search.ids();
        long start = table.indexAbove(Math.max(after, ids.from() - 1));
        int count = 0;
        long last = after;
        for (Span span : spans(search)) {
            for (long i = Math.max(start, span.from()); i < span.end(); i++) {
                long id = table.idAt(i);
                if (id > ids.to()) {
                    break;
                }
                if (hidden(id)) {
                    continue;
                }
                if (count == size && search.idsOnly()) {
                    return new Page(count, last, true);
                }
                Row row = table.at(i);
                if (search.accepts(row)) {
                    if (count == size) {
                        return new Page(count, last, true);
                    }
                    sink.accept(row);
                    count++;
                    last = id;
                }
            }
        }
        return new Page(count, last, false);
    }

    public long count(Search search) {
        IdRange ids = search.ids();
        long from = table.indexAbove(ids.from() - 1);
        if (search.idsOnly() && hides == null && table.isComplete()) {
            return Math.max(0, table.indexAbove(ids.to()) - from);
        }
        long count = 0;
        for (Span span : spans(search)) {
            for (long i = Math.max(from, span.from()); i < span.end() && table.idAt(i) <= ids.to(); i++) {
                if (!hidden(table.idAt(i)) && (search.idsOnly() || search.accepts(table.at(i)))) {
                    count++;
                }
            }
        }
        return count;
    }

    public @Nullable Row find(long id) {
        long index = table.indexAbove(id - 1);
        boolean exists = index < table.size() && table.idAt(index) == id && !hidden(id);
        return exists ? table.at(index) : null;
    }

    private List<Span> spans(Search search) {
        Filter.Condition key = search.key();
        return key == null
                ? List.of(new Span(0, table.size()))
                : table.where(key.field().name(), key.numbers());
    }

    private boolean hidden(long id) {
        return table.isRemoved(id) || (hides != null && hides.test(id));
    }
}
