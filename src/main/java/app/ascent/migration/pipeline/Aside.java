package app.ascent.migration.pipeline;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.MDC;

/**
 * What a thread of an execution has done beside it; the log lines of both name the same run. No thread of an execution is
 * a virtual one: those share the processors only when they wait, and reading a page of records would hold up the requests
 * of people, which are virtual threads, for as long as it takes.
 */
final class Aside implements AutoCloseable {

    private final ExecutorService threads;

    Aside(String name) {
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }

    <R> Future<R> begin(Callable<R> task) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        return threads.submit(() -> {
            if (context != null) {
                MDC.setContextMap(context);
            }
            return task.call();
        });
    }

    /** Waits for what was begun; a failure is thrown as it was thrown there. */
    static <R> R result(Future<R> begun) throws InterruptedException {
        try {
            return begun.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case InterruptedException ended -> throw ended;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** Interrupts what is still under way; {@link #close} then waits for less. */
    void abandon() {
        threads.shutdownNow();
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        threads.close();
    }
}
