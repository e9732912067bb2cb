package app.ascent.autotask.client;

import app.ascent.autotask.client.AutotaskFailure.BudgetExhausted;
import app.ascent.autotask.client.AutotaskFailure.CredentialsRejected;
import app.ascent.autotask.client.AutotaskFailure.ThresholdReached;
import app.ascent.autotask.throttling.Admission;
import app.ascent.autotask.throttling.Permit;
import app.ascent.autotask.throttling.Purpose;
import app.ascent.autotask.throttling.Throttle;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The way of one session to its tenant. Each call is retry(throttle(call)): every try takes from the budget. */
final class Line {

    private final Throttle throttle;
    private final Retries retries;
    private final Calls calls;
    private final Clock clock;
    private final long database;
    private final BiConsumer<String, Duration> listener;

    private final ReentrantLock proving = new ReentrantLock();
    private volatile boolean quotaDue = true;
    private volatile boolean accepted;
    private volatile boolean rejected;

    Line(
            Throttle throttle,
            Retries retries,
            Calls calls,
            Clock clock,
            long database,
            BiConsumer<String, Duration> listener) {
        this.throttle = throttle;
        this.retries = retries;
        this.calls = calls;
        this.clock = clock;
        this.database = database;
        this.listener = listener;
    }

    /** Makes something of an answer. */
    @FunctionalInterface
    interface Answered<T> {
        T read(Permit permit, Body body);
    }

    /** Whether the tenant's quota is to be read before anything else is asked. */
    boolean quotaDue() {
        return quotaDue;
    }

    void quotaRead() {
        quotaDue = false;
    }

    <T> T tried(String endpoint, Purpose purpose, Calls.Exchange exchange, Answered<T> reader)
            throws InterruptedException {
        AutotaskHttp.refuseInsideTransaction();
        return retries.run(() -> attempt(endpoint, purpose, exchange, reader));
    }

    /** Until Autotask has accepted the credentials calls go one at a time, so that wrong ones are sent once. */
    private <T> T attempt(String endpoint, Purpose purpose, Calls.Exchange exchange, Answered<T> reader)
            throws InterruptedException {
        if (!accepted) {
            proving.lockInterruptibly();
            try {
                if (!accepted) {
                    T result = send(endpoint, purpose, exchange, reader);
                    accepted = true;
                    return result;
                }
            } finally {
                proving.unlock();
            }
        }
        return send(endpoint, purpose, exchange, reader);
    }

    private <T> T send(String endpoint, Purpose purpose, Calls.Exchange exchange, Answered<T> reader)
            throws InterruptedException {
        if (rejected) {
            // Each further rejected call would bring the API user closer to its lock.
            throw new CredentialsRejected();
        }
        try (Permit permit = permit(endpoint, purpose)) {
            Answer answer = timed(endpoint, exchange);
            try {
                T result = understood(permit, answer, reader);
                throttle.succeeded(permit);
                return result;
            } catch (ThresholdReached e) {
                throw new ThresholdReached(throttle.pause(permit, answer.retryAfter(clock)));
            } catch (CredentialsRejected e) {
                rejected = true;
                throw e;
            }
        }
    }

    private Permit permit(String endpoint, Purpose purpose) throws InterruptedException {
        long start = System.nanoTime();
        Admission admission = throttle.admit(database, endpoint, purpose);
        calls.waited(outcome(admission), Duration.ofNanos(System.nanoTime() - start));
        return switch (admission) {
            case Admission.Granted granted -> {
                if (granted.permit().readingDue()) {
                    quotaDue = true;
                }
                yield granted.permit();
            }
            case Admission.Exhausted exhausted -> throw new BudgetExhausted(exhausted.retryAfter());
            case Admission.Paused paused -> throw new ThresholdReached(paused.remaining());
        };
    }

    private static String outcome(Admission admission) {
        return switch (admission) {
            case Admission.Granted _ -> "granted";
            case Admission.Exhausted _ -> "exhausted";
            case Admission.Paused _ -> "paused";
        };
    }

    private Answer timed(String endpoint, Calls.Exchange exchange) throws InterruptedException {
        long start = System.nanoTime();
        try {
            return calls.recorded(endpoint, exchange);
        } finally {
            listener.accept(endpoint, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static <T> T understood(Permit permit, Answer answer, Answered<T> reader) {
        @Nullable AutotaskFailure failure = Diagnosis.of(answer);
        if (failure != null) {
            throw failure;
        }
        return reader.read(permit, answer.body());
    }
}
