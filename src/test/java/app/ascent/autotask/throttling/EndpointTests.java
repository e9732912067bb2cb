package app.ascent.autotask.throttling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.PostgresTest;
import app.ascent.autotask.throttling.Admission.Granted;
import app.ascent.autotask.throttling.Admission.Paused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** How many calls are under way at an endpoint over all nodes, and when it is left alone. */
@PostgresTest
class EndpointTests extends ThrottleTest {

    EndpointTests(JdbcClient jdbc, TransactionOperations transactions, DataSource dataSource) {
        super(jdbc, transactions, dataSource);
    }

    @Test
    void pausesAnEndpointForEveryNode() throws Exception {
        Throttle first = node();
        Throttle second = node();
        try (Permit permit = granted(first, "Companies", Purpose.RECORDS)) {
            assertThat(first.pause(permit, Duration.ofSeconds(90))).isBetween(seconds(89), seconds(91));
        }

        Paused paused = (Paused) second.admit(database, "Companies", Purpose.RECORDS);

        assertThat(paused.remaining()).isBetween(seconds(85), seconds(91));
        assertThat(send(second, "Contacts")).isTrue();
        assertThat(second.admit(database + 1_000_000, "Companies", Purpose.RECORDS))
                .isInstanceOf(Granted.class);
    }

    @Test
    void waitsAMinuteWithJitterThatGrowsUntilAnAnswerCame() throws Exception {
        Throttle node = node();
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            try (Permit permit = granted(node, "Companies", Purpose.RECORDS)) {
                pauses.add(node.pause(permit, null));
            }
            endBreaks();
        }

        for (int strikes = 0; strikes < pauses.size(); strikes++) {
            long jitter = 10L << Math.min(strikes, 6);
            assertThat(pauses.get(strikes)).isBetween(seconds(59), seconds(61 + jitter));
        }
        assertThat(pauses.subList(3, 8)).as("grown").anyMatch(pause -> pause.compareTo(seconds(70)) > 0);

        try (Permit permit = granted(node, "Companies", Purpose.RECORDS)) {
            node.succeeded(permit);
        }
        try (Permit permit = granted(node, "Companies", Purpose.RECORDS)) {
            assertThat(node.pause(permit, null)).isBetween(seconds(59), seconds(71));
        }
    }

    @Test
    void aShorterBreakDoesNotCutALongerOneShort() throws Exception {
        Throttle node = node();
        Permit first = granted(node, "Companies", Purpose.RECORDS);
        Permit second = granted(node, "Companies", Purpose.RECORDS);
        node.pause(first, seconds(300));

        assertThat(node.pause(second, seconds(1))).isBetween(seconds(295), seconds(301));
    }

    @Test
    void letsTwoCallsOfAllNodesBeInFlightAtAnEndpoint() throws Exception {
        Permit first = granted(node(), "Companies", Purpose.RECORDS);
        Permit second = granted(node(), "Companies", Purpose.RECORDS);
        Throttle third = node();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Permit> waiting = threads.submit(() -> granted(third, "Companies", Purpose.RECORDS));
            granted(third, "Contacts", Purpose.RECORDS).close();

            assertThatThrownBy(() -> waiting.get(400, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(inFlight("Companies")).isEqualTo(2);

            first.close();
            waiting.get(5, TimeUnit.SECONDS).close();
        }
        second.close();
        assertThat(inFlight("Companies")).isZero();
    }

    @Test
    @Timeout(30)
    void freesTheSlotsOfANodeThatDied() throws Exception {
        granted(node(), "Companies", Purpose.RECORDS);
        granted(node(), "Companies", Purpose.RECORDS);
        passForSlots(seconds(9));

        Permit successor = granted(node(), "Companies", Purpose.RECORDS);

        assertThat(inFlight("Companies")).isEqualTo(1);
        successor.close();
    }

    @Test
    @Timeout(30)
    void freesTheSlotsOfAPredecessorAtOnce() throws Exception {
        granted(node(), "Companies", Purpose.RECORDS);
        granted(node(), "Companies", Purpose.RECORDS);

        new Predecessor(ledger()).afterSingletonsInstantiated();

        granted(node(), "Companies", Purpose.RECORDS).close();
        assertThat(inFlight("Companies")).isZero();
    }

    @Test
    void holdsTheSlotsOfCallsThatTakeLong() throws Exception {
        CallLedger ledger = ledger();
        CallsUnderWay underWay = new CallsUnderWay(ledger);
        Throttle node = node(ledger, underWay);
        Permit first = granted(node, "Companies", Purpose.RECORDS);
        Permit second = granted(node, "Companies", Purpose.RECORDS);

        for (int i = 0; i < 10; i++) {
            passForSlots(seconds(7));
            underWay.holdOn();
        }
        assertThat(inFlight("Companies")).isEqualTo(2);

        first.close();
        underWay.holdOn();
        assertThat(inFlight("Companies")).isEqualTo(1);
        second.close();
    }

    @Test
    void takesNoSlotBackFromASuccessor() throws Exception {
        CallLedger ledger = ledger();
        CallsUnderWay underWay = new CallsUnderWay(ledger);
        Throttle frozen = node(ledger, underWay);
        List<Permit> before =
                List.of(granted(frozen, "Companies", Purpose.RECORDS), granted(frozen, "Companies", Purpose.RECORDS));
        passForSlots(seconds(9));
        Permit successor = granted(node(), "Companies", Purpose.RECORDS);

        underWay.holdOn();
        assertThat(inFlight("Companies"))
                .as("one was taken, the other still is the woken node's")
                .isEqualTo(2);
        before.forEach(Permit::close);

        assertThat(inFlight("Companies")).isEqualTo(1);
        successor.close();
    }

    private void passForSlots(Duration passing) {
        jdbc.sql(
                        """
                        update autotask_slot set held_until = held_until - make_interval(secs => :seconds)
                        where database = :database
                        """)
                .param("seconds", (double) passing.toSeconds())
                .param("database", database)
                .update();
    }

    @Test
    void neverHasMoreThanTwoInFlightWhoeverAsks() throws Exception {
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Callable<Integer>> senders = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Throttle node = node();
            senders.add(() -> {
                for (int call = 0; call < 10; call++) {
                    try (Permit permit = granted(node, "Companies", Purpose.RECORDS)) {
                        most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                        assertThat(permit.afterBreak()).isFalse();
                        jdbc.sql("select cast(pg_sleep(0.02) as text)")
                                .query(String.class)
                                .optional();
                        inFlight.decrementAndGet();
                    }
                }
                return 10;
            });
        }

        assertThat(inParallel(senders)).isEqualTo(50);
        assertThat(most.get()).isEqualTo(2);
    }

    private void endBreaks() {
        jdbc.sql("update autotask_pause set until = clock_timestamp() - interval '1 second' where database = :database")
                .param("database", database)
                .update();
    }
}
