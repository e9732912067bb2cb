package app.ascent.migration.pipeline;

import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the next batch while one is written, so that mapping and database work side by side. One batch ahead and no
 * more, which bounds the memory; closing waits for it.
 */
final class Ahead<T> implements AutoCloseable {

    private record Begun<T>(Range range, Future<Prepared<T>> batch) {}

    private final Function<Range, Prepared<T>> preparation;
    private final Aside aside = new Aside("ahead");
    private @Nullable Begun<T> begun;

    Ahead(Function<Range, Prepared<T>> preparation) {
        this.preparation = preparation;
    }

    void begin(Range range) {
        begun = new Begun<>(range, aside.begin(() -> preparation.apply(range)));
    }

    /** The first batch of the range: the one that was begun when it begins there, even if the range has grown. */
    Prepared<T> take(Range range) throws InterruptedException {
        Begun<T> ready = begun;
        begun = null;
        return ready == null || ready.range.after() != range.after()
                ? preparation.apply(range)
                : Aside.result(ready.batch);
    }

    @Override
    public void close() {
        aside.close();
    }
}
