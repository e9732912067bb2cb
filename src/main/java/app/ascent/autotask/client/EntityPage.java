package app.ascent.autotask.client;

import java.util.List;

/** One page of a query; {@code last} when {@code nextPageUrl} is null. */
public record EntityPage(List<Item> items, boolean last) {

    /** One record: its id, and its JSON to the letter (a raw NUL is replaced by its escape). */
    public record Item(long id, String json) {}
}
