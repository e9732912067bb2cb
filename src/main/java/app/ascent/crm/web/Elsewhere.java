package app.ascent.crm.web;

import app.ascent.record.RecordStatus;
import app.ascent.record.page.Named;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;

/**
 * Records that a search would have found without the filters beside it. Lists show active records unless asked
 * otherwise, so that whoever looks for one that was deactivated would take it for missing.
 *
 * @param words which filter hides them: the key of a sentence
 * @param address of the list with all of them
 */
record Elsewhere(String words, long count, List<Named> found, String address) {

    /** So many are named, the rest is a link away. */
    static final PageRequest GLIMPSE = PageRequest.of(0, 3);

    /** First whatever status they have, then whatever else they are; null where nothing was searched, or nothing fits. */
    static @Nullable Elsewhere of(String list, ListQuery query, Function<ListQuery, Page<Named>> search) {
        if (query.words().isEmpty()) {
            return null;
        }
        RecordStatus status = query.chosenStatus();
        ListQuery anyStatus = query.withAnyStatus();
        Page<Named> found = status == null ? Page.empty() : search.apply(anyStatus);
        if (found.hasContent()) {
            RecordStatus other = status == RecordStatus.ACTIVE ? RecordStatus.INACTIVE : RecordStatus.ACTIVE;
            return of(list, other.name(), found, query.withStatus(other));
        }
        ListQuery unfiltered = query.withoutFilters();
        Page<Named> all = unfiltered.equals(anyStatus) ? Page.empty() : search.apply(unfiltered);
        return all.hasContent() ? of(list, "any", all, unfiltered) : null;
    }

    private static Elsewhere of(String list, String hidden, Page<Named> found, ListQuery query) {
        return new Elsewhere(
                list + ".elsewhere." + hidden, found.getTotalElements(), found.getContent(), query.address("/" + list));
    }
}
