package app.ascent.autotask.client;

import app.ascent.autotask.client.AutotaskFailure.ThresholdReached;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tries a read again where that can help: passing trouble up to four times, and a break that Autotask asked for when it
 * is short. Whoever must wait longer than a thread should sleep gets the failure, with its time, instead.
 */
@Component
public final class Retries {

    /** One try; it takes from the budget each time. */
    @FunctionalInterface
    public interface Attempt<T> {
        T run() throws InterruptedException;
    }

    private static final Logger log = LoggerFactory.getLogger(Retries.class);

    private static final int TRIES = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final IntervalFunction waits;

    public Retries(AutotaskProperties properties) {
        this.waits = IntervalFunction.ofExponentialRandomBackoff(properties.retryWait(), 2.0, 0.5);
    }

    public <T> T run(Attempt<T> attempt) throws InterruptedException {
        Retry retry = Retry.of("autotask", config());
        retry.getEventPublisher()
                .onRetry(event -> log.warn(
                        "Autotask will be asked again in {} ms, try {} of {}: {}",
                        event.getWaitInterval().toMillis(),
                        event.getNumberOfRetryAttempts() + 1,
                        TRIES,
                        String.valueOf(event.getLastThrowable())));
        try {
            return Calls.named(() -> tried(retry, attempt));
        } catch (InterruptedException | RuntimeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Stopped between two tries");
            }
            throw e;
        }
    }

    private static <T> T tried(Retry retry, Attempt<T> attempt) throws InterruptedException {
        try {
            return retry.executeCallable(attempt::run);
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("An attempt throws nothing else", e);
        }
    }

    private RetryConfig config() {
        AtomicLong waited = new AtomicLong(); // milliseconds of breaks, over all tries of this one read
        return RetryConfig.custom()
                .maxAttempts(TRIES)
                .retryOnException(failure -> failure instanceof Unavailable
                        || failure instanceof ThresholdReached threshold
                                && waited.addAndGet(threshold.retryAfter().toMillis()) <= PATIENCE.toMillis())
                .intervalBiFunction((tries, outcome) -> outcome.getLeft() instanceof ThresholdReached threshold
                        ? Long.valueOf(threshold.retryAfter().toMillis())
                        : waits.apply(tries))
                .build();
    }
}
