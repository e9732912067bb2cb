package app.ascent.autotask.client;

import app.ascent.autotask.client.AutotaskFailure.BudgetExhausted;
import app.ascent.autotask.client.AutotaskFailure.CredentialsRejected;
import app.ascent.autotask.client.AutotaskFailure.ThresholdReached;
import app.ascent.autotask.throttling.Admission;
import app.ascent.autotask.throttling.Permit;
import app.ascent.autotask.throttling.Purpose;
import app.ascent.autotask.throttling.Throttle;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One session with one tenant. Each call is retry(throttle(call)): every try takes from the budget. There is no method
 * here that could write, and none is needed.
 */
final class AutotaskClient implements AutotaskSession {

    private static final String QUOTA = "ThresholdInformation";
    private static final Pattern ENTITY = Pattern.compile("[A-Za-z]+");

    private final AutotaskHttp http;
    private final Throttle throttle;
    private final Retries retries;
    private final Calls calls;
    private final Clock clock;
    private final Zone zone;
    private final Login login;
    private final BiConsumer<String, Duration> listener;

    private final ReentrantLock readingQuota = new ReentrantLock();
    private final ReentrantLock proving = new ReentrantLock();
    private volatile boolean quotaDue;
    private volatile boolean accepted;
    private volatile boolean rejected;

    AutotaskClient(
            AutotaskHttp http,
            Throttle throttle,
            Retries retries,
            Calls calls,
            Clock clock,
            Zone zone,
            Login login,
            BiConsumer<String, Duration> listener) {
        this.http = http;
        this.throttle = throttle;
        this.retries = retries;
        this.calls = calls;
        this.clock = clock;
        this.zone = zone;
        this.login = login;
        this.listener = listener;
        this.quotaDue = true;
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(Permit permit, Body body);
    }

    @Override
    public Zone zone() {
        return zone;
    }

    @Override
    public EntityPage query(String entity, long after) throws InterruptedException {
        String query = "{\"MaxRecords\":%d,\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":%d}]}"
                .formatted(PageReader.PAGE_SIZE, after);
        URI address = address(entity, "/query");
        return call(entity, () -> http.post(address, query, login), (_, body) -> PageReader.read(body, after));
    }

    @Override
    public EntityPage query(String entity, List<Long> ids) throws InterruptedException {
        if (ids.isEmpty() || ids.size() > PageReader.PAGE_SIZE) {
            throw new IllegalArgumentException("One call names 1 to 500 records, not " + ids.size());
        }
        String query = "{\"MaxRecords\":%d,\"filter\":[{\"op\":\"in\",\"field\":\"id\",\"value\":[%s]}]}"
                .formatted(
                        PageReader.PAGE_SIZE, ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
        URI address = address(entity, "/query");
        Calls.Exchange exchange = () -> http.post(address, query, login);
        Reader<EntityPage> reader = (_, body) -> PageReader.read(body, -1).only(Set.copyOf(ids));
        AutotaskHttp.refuseInsideTransaction();
        try {
            return tried(entity, Purpose.RECORDS, exchange, reader);
        } catch (BudgetExhausted exhausted) {
            // The last reading may be hours old; without a new one this would be refused for ever.
            if (!quotaDue) {
                throw exhausted;
            }
            return call(entity, exchange, reader);
        }
    }

    @Override
    public long count(String entity) throws InterruptedException {
        String query =
                "{\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":-1}]}"; // id 0 is the tenant's own company
        URI address = address(entity, "/query/count");
        return call(entity, () -> http.post(address, query, login), (_, body) -> Descriptions.count(body.text()));
    }

    @Override
    public Access access(String entity) throws InterruptedException {
        URI address = address(entity, "/entityInformation");
        return call(entity, () -> http.get(address, login), (_, body) -> Descriptions.access(body.text()));
    }

    @Override
    public List<EntityField> fields(String entity) throws InterruptedException {
        URI address = address(entity, "/entityInformation/fields");
        return call(entity, () -> http.get(address, login), (_, body) -> Descriptions.fields(body.text()));
    }

    @Override
    public QuotaReading quota() throws InterruptedException {
        URI address = address(QUOTA, "");
        QuotaReading quota = tried(QUOTA, Purpose.QUOTA, () -> http.get(address, login), (permit, body) -> {
            QuotaReading reading = Descriptions.quota(body.text());
            throttle.read(permit, reading.limit(), reading.windowMinutes(), reading.used());
            return reading;
        });
        quotaDue = false;
        return quota;
    }

    private <T> T call(String entity, Calls.Exchange exchange, Reader<T> reader) throws InterruptedException {
        AutotaskHttp.refuseInsideTransaction();
        readQuotaWhenDue();
        return tried(entity, Purpose.RECORDS, exchange, reader);
    }

    /** Others wait for the reading, since what they may send depends on it. */
    private void readQuotaWhenDue() throws InterruptedException {
        if (!quotaDue) {
            return;
        }
        readingQuota.lockInterruptibly();
        try {
            if (quotaDue && throttle.wantsReading(zone.database())) {
                quota();
            }
            quotaDue = false;
        } finally {
            readingQuota.unlock();
        }
    }

    private <T> T tried(String endpoint, Purpose purpose, Calls.Exchange exchange, Reader<T> reader)
            throws InterruptedException {
        AutotaskHttp.refuseInsideTransaction();
        return retries.run(() -> attempt(endpoint, purpose, exchange, reader));
    }

    /** Until Autotask has accepted the credentials calls go one at a time, so that wrong ones are sent once. */
    private <T> T attempt(String endpoint, Purpose purpose, Calls.Exchange exchange, Reader<T> reader)
            throws InterruptedException {
        if (accepted) {
            return send(endpoint, purpose, exchange, reader);
        }
        proving.lockInterruptibly();
        try {
            T result = send(endpoint, purpose, exchange, reader);
            accepted = true;
            return result;
        } finally {
            proving.unlock();
        }
    }

    private <T> T send(String endpoint, Purpose purpose, Calls.Exchange exchange, Reader<T> reader)
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
        Admission admission = throttle.admit(zone.database(), endpoint, purpose);
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

    private static <T> T understood(Permit permit, Answer answer, Reader<T> reader) {
        @Nullable AutotaskFailure failure = Diagnosis.of(answer);
        if (failure != null) {
            throw failure;
        }
        return reader.read(permit, answer.body());
    }

    private URI address(String entity, String path) {
        if (!ENTITY.matcher(entity).matches()) {
            throw new IllegalArgumentException("Not an entity of the API: " + entity);
        }
        return URI.create(zone.api() + "/" + entity + path);
    }
}
