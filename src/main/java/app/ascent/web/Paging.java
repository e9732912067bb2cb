package app.ascent.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/**
 * The {@code page} and {@code size} of an API list, as a handler's {@code @Valid} argument. A size that is out of bounds
 * is refused, never cut down: whoever asked for 1,000 would take a shorter page for the last one.
 */
public record Paging(@Min(0) @Max(10_000_000) @Nullable Integer page, @Min(1) @Max(500) @Nullable Integer size) {

    private static final int DEFAULT_SIZE = 25;

    public Pageable pageable() {
        return pageable(Sort.unsorted());
    }

    public Pageable pageable(Sort sort) {
        return PageRequest.of(page == null ? 0 : page, size == null ? DEFAULT_SIZE : size, sort);
    }
}
