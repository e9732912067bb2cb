package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityType;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The threads of one wave of an execution. Closing waits for them. */
final class RunThreads implements AutoCloseable {

    /** A thread that came to its end. */
    record Ended(@Nullable EntityType entity, @Nullable Throwable failure) {}

    interface Task {
        void run(Progress progress) throws InterruptedException;
    }

    /** Which entity type a thread is busy with. */
    static final class Progress {

        private @Nullable EntityType entity;

        void at(EntityType type) {
            entity = type;
            MDC.put("entityType", type.name());
        }
    }

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("run-", 0).factory());
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private final AtomicInteger open = new AtomicInteger();

    void begin(Task task) {
        open.incrementAndGet();
        Map<String, String> context = MDC.getCopyOfContextMap();
        threads.execute(() -> {
            if (context != null) {
                MDC.setContextMap(context);
            }
            Progress progress = new Progress();
            Throwable failure = null;
            try {
                task.run(progress);
            } catch (Throwable e) {
                // Nothing is swallowed: the first failure is what the execution ends with.
                failure = e;
            } finally {
                ended.add(new Ended(progress.entity, failure));
            }
        });
    }

    /** Whether a thread has not come to its end, or nobody has heard of that. */
    boolean busy() {
        return open.get() > 0;
    }

    /** One that came to its end, or null when none does in that time. */
    @Nullable
    Ended next(long millis) throws InterruptedException {
        Ended next = ended.poll(millis, TimeUnit.MILLISECONDS);
        if (next != null) {
            open.decrementAndGet();
        }
        return next;
    }

    @Override
    public void close() {
        threads.close();
    }
}
