package app.ascent.migration.pipeline;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Prepares the next batch while one is written, so that mapping and database work side by side. One batch ahead and no
 * more, which bounds the memory; closing waits for it.
 */
final class Ahead<T> implements AutoCloseable {

    private record Begun<T>(Range range, Future<Prepared<T>> batch) {}

    private final Function<Range, Prepared<T>> preparation;
    private final ExecutorService thread = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("ahead-", 0).factory());
    private @Nullable Begun<T> begun;

    Ahead(Function<Range, Prepared<T>> preparation) {
        this.preparation = preparation;
    }

    void begin(Range range) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        begun = new Begun<>(range, thread.submit(() -> {
            if (context != null) {
                MDC.setContextMap(context);
            }
            return preparation.apply(range);
        }));
    }

    /** The first batch of the range: the one that was begun when it begins there, even if the range has grown. */
    Prepared<T> take(Range range) throws InterruptedException {
        Begun<T> ready = begun;
        begun = null;
        return ready == null || ready.range.after() != range.after() ? preparation.apply(range) : result(ready.batch);
    }

    private static <T> Prepared<T> result(Future<Prepared<T>> batch) throws InterruptedException {
        try {
            return batch.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
