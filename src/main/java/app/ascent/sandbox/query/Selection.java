package app.ascent.sandbox.query;

import app.ascent.sandbox.tenant.Entity;
import app.ascent.sandbox.tenant.Row;
import app.ascent.sandbox.tenant.Table;
import app.ascent.sandbox.tenant.Tenant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The records of an entity an API user may see, by query. */
public final class Selection {

    private final Tenant tenant;
    private final Entity entity;
    private final Table table;
    private final boolean restricted;

    /** @param restricted whether the user does not see all records */
    public Selection(Tenant tenant, Entity entity, boolean restricted) {
        this.tenant = tenant;
        this.entity = entity;
        this.table = tenant.table(entity);
        this.restricted = restricted;
    }

    /** How a page ended; {@code more} when at least one record follows. */
    public record Page(int count, long lastId, boolean more) {}

    /** Hands the records behind {@code after} to {@code sink}, ascending, a page of them at most. */
    public Page page(Search search, long after, int size, Consumer<Row> sink) {
        IdRange ids = search.ids();
        long end = table.size();
        int count = 0;
        long last = after;
        for (long i = table.indexAbove(Math.max(after, ids.from() - 1)); i < end; i++) {
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
        return new Page(count, last, false);
    }

    public long count(Search search) {
        IdRange ids = search.ids();
        long from = table.indexAbove(ids.from() - 1);
        if (search.idsOnly() && !restricted && table.isComplete()) {
            return Math.max(0, table.indexAbove(ids.to()) - from);
        }
        long count = 0;
        for (long i = from; i < table.size() && table.idAt(i) <= ids.to(); i++) {
            if (!hidden(table.idAt(i)) && (search.idsOnly() || search.accepts(table.at(i)))) {
                count++;
            }
        }
        return count;
    }

    public @Nullable Row find(long id) {
        long index = table.indexAbove(id - 1);
        boolean exists = index < table.size() && table.idAt(index) == id && !hidden(id);
        return exists ? table.at(index) : null;
    }

    private boolean hidden(long id) {
        return table.isRemoved(id) || (restricted && tenant.hides(entity, id));
    }
}
