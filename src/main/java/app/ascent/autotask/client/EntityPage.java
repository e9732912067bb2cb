package app.ascent.autotask.client;

import java.util.List;
import java.util.Set;

/**
 * One page of a query, ascending by id and without doubles, whatever the order it came in; {@code last} when nothing can
 * follow.
 */
public record EntityPage(List<Item> items, boolean last) {

    /**
     * One record: its id, and its JSON to the letter, save that raw control characters inside texts (NUL above all) are
     * replaced by their escapes.
     */
    public record Item(long id, String json) {}

    /** Autotask drops a condition it does not understand and answers with everything. */
    EntityPage only(Set<Long> ids) {
        return new EntityPage(
                items.stream().filter(item -> ids.contains(item.id())).toList(), last);
    }
}
