package app.ascent.record.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;

/**
 * Records that a search would have found without the filters beside it. Lists show what people work with unless asked
 * otherwise, so that whoever looks for something else would take it for missing.
 *
 * @param words which filter hides them: the key of a sentence
 * @param address of the list with all of them
 */
public record Elsewhere(String words, long count, List<Named> found, String address) {

    /** So many are named, the rest is a link away. */
    public static final PageRequest GLIMPSE = PageRequest.of(0, 3);

    /** Null where nothing was found there either. */
    public static @Nullable Elsewhere of(String words, Page<Named> found, String address) {
        return found.hasContent() ? new Elsewhere(words, found.getTotalElements(), found.getContent(), address) : null;
    }
}
