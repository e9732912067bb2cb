package app.ascent.web;

import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Page;

/** The shape of every list the API answers; pages count from 0. */
public record Listing<T>(List<T> items, int page, int size, long total) {

    public static <S, T> Listing<T> of(Page<S> page, Function<S, T> shape) {
        return new Listing<>(
                page.getContent().stream().map(shape).toList(),
                page.getNumber(),
                page.getSize(),
                page.getTotalElements());
    }
}
