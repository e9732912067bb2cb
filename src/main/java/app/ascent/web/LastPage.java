package app.ascent.web;

import java.util.function.Function;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;

/**
 * Shows the last page of a list to whoever asks for one behind it: the list became shorter, or the address was typed. An
 * empty page would look as if nothing were there. Programs get the empty page, which is how they learn of the end.
 */
public final class LastPage {

    private LastPage() {}

    public static <T> Page<T> orAsked(Pageable asked, Function<Pageable, Page<T>> read) {
        return orAsked(asked, read, page -> page);
    }

    /** @param page of what was read, where there is more to it */
    public static <L> L orAsked(Pageable asked, Function<Pageable, L> read, Function<L, Page<?>> page) {
        L list = read.apply(asked);
        Page<?> found = page.apply(list);
        return found.isEmpty() && found.getTotalElements() > 0
                ? read.apply(asked.withPage(found.getTotalPages() - 1))
                : list;
    }
}
