package app.ascent.autotask.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One page of a query, ascending by id and without doubles, whatever the order it came in; {@code last} when nothing can
 * follow.
 *
 * @param unreadableBefore rows beside them that are no records, or have no id, so that nobody can tell which ones they are: for
 *     each the id of the record that came next
 * @param unreadableAtEnd such rows behind the last record: they come again with the page that is asked for next
 */
public record EntityPage(List<Item> items, boolean last, List<Long> unreadableBefore, int unreadableAtEnd) {

    public EntityPage(List<Item> items, boolean last) {
        this(items, last, List.of(), 0);
    }

    /**
     * One record: its id, and its JSON to the letter, save that raw control characters inside texts (NUL above all) are
     * replaced by their escapes.
     */
    public record Item(long id, String json) {

        /**
         * A record of which no more than the id is known. In place of its JSON object stands a text that says why, so that
         * whoever expects a record there finds none.
         */
        static Item unread(long id) {
            return new Item(
                    id,
                    "\"Autotask sent more for this record, or nested it deeper, than Ascent reads of one. "
                            + "Shorten its texts in Autotask, then try again.\"");
        }
    }

    /** Autotask drops a condition it does not understand and answers with everything. */
    EntityPage only(Set<Long> ids) {
        return new EntityPage(
                items.stream().filter(item -> ids.contains(item.id())).toList(), last);
    }

    /** One after the other. */
    EntityPage and(EntityPage further) {
        List<Item> both = new ArrayList<>(items);
        both.addAll(further.items);
        return new EntityPage(both, further.last);
    }
}
