package app.ascent.desk.web;

import app.ascent.web.Listing;
import app.ascent.web.Paging;
import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;

/** Pages of lists that are short enough to be read as a whole. */
final class Slices {

    private Slices() {}

    static <S, T> Listing<T> of(List<S> all, Paging paging, Function<S, T> shape) {
        Pageable asked = paging.pageable();
        List<S> some =
                all.stream().skip(asked.getOffset()).limit(asked.getPageSize()).toList();
        return Listing.of(new PageImpl<>(some, asked, all.size()), shape);
    }
}
