package app.ascent.autotask;

import app.ascent.autotask.client.AutotaskFailure;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what somebody waits for at a page: proxies and people give up long before the client's own tries are over. */
final class TimeLimit {

    private TimeLimit() {}

    /** Calls to Autotask. */
    @FunctionalInterface
    interface Calls<T> {
        T make() throws InterruptedException;
    }

    /** @throws Unavailable when the calls take longer; they are interrupted then, and have ended when this returns */
    static <T> T within(Duration limit, Calls<T> calls) throws InterruptedException {
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<T> made = thread.submit(calls::make);
            try {
                return made.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                throw over(limit);
            } catch (ExecutionException failed) {
                throw unwrapped(failed);
            } finally {
                made.cancel(true);
            }
        }
    }

    /** What to say when nothing came in that time. */
    static Unavailable over(Duration limit) {
        return Unavailable.silent("Autotask did not answer within %d seconds.".formatted(limit.toSeconds()), null);
    }

    private static RuntimeException unwrapped(ExecutionException failed) {
        return switch (failed.getCause()) {
            case AutotaskFailure failure -> failure;
            case RuntimeException fault -> fault;
            case null, default -> new IllegalStateException(failed);
        };
    }
}
