package app.ascent.autotask.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.TestDatabase;
import app.ascent.autotask.throttling.Admission.Granted;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole limiter on PostgreSQL against a model of Autotask's counter, over arbitrary schedules, with two nodes and with
 * other integrations whose calls Ascent only learns of by reading. Time passes by moving the rows back.
 */
class GuestPropertyTests {

    private static final AtomicLong DATABASES = new AtomicLong();
    private static final Duration HOUR = Duration.ofHours(1);

    private static @Nullable HikariDataSource pool;

    /** What happens next. */
    sealed interface Event {

        record Pass(Duration time) implements Event {}

        record Others(int calls) implements Event {}

        /** Others call until so few calls are left below the stop. */
        record Crowd(int left) implements Event {}

        /** A node begins a session and wants to send so many calls. */
        record Session(int node, int calls) implements Event {}
    }

    @BeforeContainer
    static void open() {
        TestDatabase.Coordinates database = TestDatabase.fresh();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(4);
        pool = new HikariDataSource(config);
    }

    @AfterContainer
    static void close() {
        if (pool != null) {
            pool.close();
        }
    }

    @Property(tries = 60)
    void neverSendsMoreThanItsShareInAnyHourNorAboveTheLastReading(
            @ForAll("schedules") List<Event> schedule,
            @ForAll @IntRange(min = 20, max = 160) int limit,
            @ForAll("shares") int chosenPercent,
            @ForAll boolean counting) {
        Tenant tenant = new Tenant(limit, counting);
        Guest guest = new Guest(tenant, chosenPercent);

        for (Event event : schedule) {
            switch (event) {
                case Event.Pass pass -> guest.pass(pass.time());
                case Event.Others others -> tenant.othersCall(others.calls());
                case Event.Crowd crowd -> tenant.othersCall(guest.chosen - tenant.used() - crowd.left());
                case Event.Session session -> guest.send(session.node(), session.calls());
            }
        }
    }

    @Provide
    Arbitrary<List<Event>> schedules() {
        Arbitrary<Event> pass = Arbitraries.oneOf(
                        Arbitraries.longs().between(1, 600).map(Duration::ofSeconds),
                        Arbitraries.longs().between(1, 90).map(Duration::ofMinutes))
                .map(Event.Pass::new);
        Arbitrary<Event> others = Arbitraries.integers().between(0, 40).map(Event.Others::new);
        Arbitrary<Event> crowd = Arbitraries.integers().between(0, 4).map(Event.Crowd::new);
        Arbitrary<Event> session = Arbitraries.integers()
                .between(0, 1)
                .flatMap(node -> Arbitraries.integers().between(1, 60).map(calls -> new Event.Session(node, calls)));
        return Arbitraries.oneOf(pass, others, crowd, session)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    /** Half of the owners choose no share of their own, and then the bucket alone keeps the hour. */
    @Provide
    Arbitrary<Integer> shares() {
        return Arbitraries.oneOf(Arbitraries.just(45), Arbitraries.integers().between(10, 45));
    }

    /** Autotask's side: it counts everybody's calls of the last hour; or its counter lags so far behind that it names none. */
    private static final class Tenant {

        private final int limit;
        private final boolean counting;
        private final List<Duration> ours = new ArrayList<>();
        private final List<Duration> others = new ArrayList<>();
        private Duration now = Duration.ZERO;

        Tenant(int limit, boolean counting) {
            this.limit = limit;
            this.counting = counting;
        }

        void othersCall(int calls) {
            for (int i = 0; i < calls; i++) {
                others.add(now);
            }
        }

        int oursOfTheHour() {
            return inTheHour(ours);
        }

        /** What it answers, without the latest of our calls. */
        int usedBefore(int latest) {
            return counting ? used() - latest : 0;
        }

        int used() {
            return inTheHour(ours) + inTheHour(others);
        }

        private int inTheHour(List<Duration> calls) {
            return (int) calls.stream()
                    .filter(at -> at.compareTo(now.minus(HOUR)) > 0)
                    .count();
        }
    }

    /** Our side: two nodes of one limiter. */
    private static final class Guest {

        private final long database = DATABASES.incrementAndGet();
        private final ManualTime time = new ManualTime();
        private final Tenant tenant;
        private final JdbcClient jdbc;
        private final List<Throttle> nodes;
        private final int most;
        private final int chosen;
        private int lastReading;
        private int sinceReading;
        private @Nullable Duration asked;

        /** A call that was sent and not answered yet, at most one, whichever node sent it. */
        private @Nullable Permit underWay;

        Guest(Tenant tenant, int chosenPercent) {
            HikariDataSource source = java.util.Objects.requireNonNull(pool);
            this.tenant = tenant;
            this.jdbc = JdbcClient.create(source);
            this.nodes = List.of(node(source), node(source));
            this.most = Math.max(1, tenant.limit * 45 / 100);
            this.chosen = tenant.limit * chosenPercent / 100;
            choose(chosenPercent);
        }

        private Throttle node(HikariDataSource source) {
            ThrottleProperties properties = new ThrottleProperties(new BigDecimal("0.45"), Duration.ofMinutes(15));
            KnownQuota known = new KnownQuota(jdbc, properties);
            CallLedger ledger =
                    new CallLedger(jdbc, new TransactionTemplate(new JdbcTransactionManager(source)), properties);
            return new Throttle(
                    ledger,
                    new CallsUnderWay(ledger),
                    known,
                    new TokenBuckets(source, time, known, properties),
                    new Breaks(jdbc));
        }

        private void choose(int percent) {
            jdbc.sql(
                            """
                    with o as (
                        insert into identity_organization (id, name, created_at, version)
                        values (gen_random_uuid(), 'Fjordlight', now(), 0) returning id
                    ), c as (
                        insert into autotask_connection (organization_id, id, database, zone_name, zone_api, zone_web,
                            credentials, tested_at, version)
                        select id, gen_random_uuid(), :database, 'Z', 'a', 'w', 'sealed', now(), 0 from o
                        returning organization_id, id, database
                    )
                    insert into autotask_pace (organization_id, connection_id, database, share)
                    select organization_id, id, database, :percent / 100.0 from c
                    """)
                    .param("database", database)
                    .param("percent", percent)
                    .update();
        }

        void pass(Duration passing) {
            answer();
            tenant.now = tenant.now.plus(passing);
            time.advance(passing);
            jdbc.sql(
                            """
                    with calls as (
                        update autotask_call set taken_at = taken_at - make_interval(secs => :seconds),
                            answered_at = answered_at - make_interval(secs => :seconds)
                        where database = :database
                    )
                    update autotask_quota set read_at = read_at - make_interval(secs => :seconds),
                        asked_at = asked_at - make_interval(secs => :seconds)
                    where database = :database
                    """)
                    .param("seconds", (double) passing.toSeconds())
                    .param("database", database)
                    .update();
        }

        /**
         * As a session does: reads first, again whenever a reading is due, and stops when it is refused. A call is
         * answered when the next one has been sent, so that there are always two in flight.
         */
        void send(int node, int calls) {
            Throttle throttle = nodes.get(node);
            boolean due = throttle.wantsReading(database);
            for (int i = 0; i < calls; i++) {
                if (due && !read(throttle)) {
                    return;
                }
                Permit permit = admitted(throttle, "Companies", Purpose.RECORDS);
                if (permit == null) {
                    return;
                }
                due = permit.readingDue();
                count();
                answer();
                underWay = permit;
                assertThat(lastReading + sinceReading)
                        .as("the last reading and our calls since")
                        .isLessThanOrEqualTo(chosen);
                assertThat(tenant.oursOfTheHour()).as("records of an hour").isLessThanOrEqualTo(chosen);
            }
        }

        private void answer() {
            if (underWay != null) {
                underWay.close();
                underWay = null;
            }
        }

        private boolean read(Throttle throttle) {
            try (Permit permit = admitted(throttle, "ThresholdInformation", Purpose.QUOTA)) {
                if (permit == null) {
                    return false;
                }
                askedWithGoodReason();
                count();
                // The answer may be made before the call itself and the one under way are counted.
                sinceReading = underWay == null ? 1 : 2;
                lastReading = tenant.usedBefore(sinceReading);
                throttle.read(permit, tenant.limit, 60, lastReading);
                return true;
            }
        }

        private void askedWithGoodReason() {
            Duration before = asked;
            if (before != null && lastReading + sinceReading >= chosen) {
                assertThat(tenant.now.minus(before))
                        .as("between two questions above the stop line")
                        .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
                assertThat(tenant.oursOfTheHour())
                        .as("our own calls, when we ask whether others made room")
                        .isLessThan(Math.max(1, chosen));
            }
            asked = tenant.now;
        }

        private void count() {
            tenant.ours.add(tenant.now);
            sinceReading++;
            assertThat(tenant.oursOfTheHour()).as("our calls of an hour").isLessThanOrEqualTo(most);
        }

        private @Nullable Permit admitted(Throttle throttle, String endpoint, Purpose purpose) {
            try {
                return throttle.admit(database, endpoint, purpose) instanceof Granted granted ? granted.permit() : null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
