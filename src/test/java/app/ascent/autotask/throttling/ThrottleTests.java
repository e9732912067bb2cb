package app.ascent.autotask.throttling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.ascent.PostgresTest;
import app.ascent.autotask.throttling.Admission.Exhausted;
import app.ascent.autotask.throttling.Admission.Granted;
import app.ascent.autotask.throttling.Admission.Paused;
import java.math.BigDecimal;
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
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The budget of a database on PostgreSQL; each node is a throttle of its own, as it would be on a machine of its own. */
@PostgresTest
class ThrottleTests {

    private static final ThrottleProperties PROPERTIES =
            new ThrottleProperties(new BigDecimal("0.45"), Duration.ofMinutes(15));

    private static final AtomicLong DATABASES = new AtomicLong();

    private final long database = DATABASES.incrementAndGet();
    private final ManualTime time = new ManualTime();
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final DataSource dataSource;

    ThrottleTests(JdbcClient jdbc, TransactionOperations transactions, DataSource dataSource) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.dataSource = dataSource;
    }

    @Test
    void sendsNothingBeyondTheShare() throws Exception {
        Throttle node = node();
        read(node, 100, 40); // stops at 45, and the reading itself may not be in the 40

        assertThat(sendUntilRefused(node, Integer.MAX_VALUE)).isEqualTo(4);
        assertThat(wait(node, Purpose.RECORDS)).isBetween(seconds(14 * 60 + 50), seconds(15 * 60 + 1));
    }

    @Test
    void letsAWaitingRunLookAgain() throws Exception {
        Throttle node = node();
        read(node, 100, 45);
        assertThat(node.admit(database, "Companies", Purpose.RECORDS)).isInstanceOf(Exhausted.class);

        pass(Duration.ofMinutes(5));
        read(node, 100, 20);

        assertThat(send(node)).isTrue();
    }

    @Test
    void asksOnceInFiveMinutesOverAllNodesWhetherOthersMadeRoom() throws Exception {
        read(node(), 100, 45);
        assertThat(questions()).as("just after a reading").isZero();
        pass(Duration.ofMinutes(4).plusSeconds(50));
        assertThat(questions()).as("before the five minutes are over").isZero();

        pass(seconds(10));

        assertThat(questions()).as("of eight that were wanted at once").isEqualTo(1);
        assertThat(questions()).as("after one that got no answer").isZero();
    }

    @Test
    void putsNothingOffForBeingAskedAgain() throws Exception {
        Throttle node = node();
        read(node, 100, 45);
        pass(Duration.ofMinutes(4));

        assertThat(wait(node, Purpose.QUOTA)).isBetween(seconds(10 * 60 + 50), seconds(11 * 60 + 1));
        assertThat(wait(node, Purpose.QUOTA)).isBetween(seconds(10 * 60 + 50), seconds(11 * 60 + 1));
    }

    @Test
    void asksNothingWhileItsOwnCallsAloneFillTheShare() throws Exception {
        Throttle node = node();
        read(node, 100, 0);
        jdbc.sql(
                        """
                        insert into autotask_call (database, taken_at, answered_at)
                        select :database, at, at
                        from (select now() - make_interval(mins => m) as at from generate_series(2, 45) m) calls
                        """)
                .param("database", database)
                .update();
        jdbc.sql("update autotask_quota set used = 45 where database = :database")
                .param("database", database)
                .update();
        pass(Duration.ofMinutes(14));

        assertThat(wait(node, Purpose.QUOTA))
                .as("45 calls, of which the fifth oldest is 41 + 14 minutes old")
                .isBetween(seconds(4 * 60 + 50), seconds(5 * 60 + 1));

        pass(Duration.ofMinutes(2)); // the oldest has left the hour: others may have, too
        assertThat(questions()).isEqualTo(1);
    }

    @Test
    void twoNodesNeverTakeTheLastCallTwice() throws Exception {
        read(node(), 200, 60); // stops at 90
        Throttle first = node();
        Throttle second = node();
        List<Callable<Integer>> senders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            senders.add(() -> sendUntilRefused(first, Integer.MAX_VALUE));
            senders.add(() -> sendUntilRefused(second, Integer.MAX_VALUE));
        }

        assertThat(inParallel(senders)).isEqualTo(29);
    }

    @Test
    void twoNodesStayWithinTheShareOfAnyHour() throws Exception {
        Throttle first = node();
        Throttle second = node();
        List<Integer> sent = new ArrayList<>();

        for (int minute = 0; minute < 130; minute += 10) {
            read(first, 200, 0); // others make no calls, so the bucket alone holds us
            sent.add(1
                    + inParallel(List.of(
                            () -> sendUntilRefused(first, 60),
                            () -> sendUntilRefused(second, 60),
                            () -> sendUntilRefused(first, 60),
                            () -> sendUntilRefused(second, 60))));
            time.advance(Duration.ofMinutes(10));
        }

        for (int from = 0; from + 6 <= sent.size(); from++) {
            assertThat(sent.subList(from, from + 6).stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .as("calls in the hour from minute %d", from * 10)
                    .isBetween(40, 90);
        }
    }

    @Test
    void isInNoHurryForASingleToken() throws Exception {
        Throttle node = node();
        read(node, 1000, 0); // 225 at once, 225 an hour
        while (send(node)) {
            // until the bucket is empty
        }

        Exhausted exhausted = (Exhausted) node.admit(database, "Companies", Purpose.RECORDS);

        assertThat(exhausted.retryAfter()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(7));
    }

    @Test
    void countsACallThatWasNotSentAsNone() throws Exception {
        Throttle node = node();
        read(node, 1000, 0);
        while (send(node)) {
            // until the bucket is empty
        }
        int before = node.budget(database).orElseThrow().ours();

        assertThat(node.admit(database, "Companies", Purpose.RECORDS)).isInstanceOf(Exhausted.class);

        assertThat(node.budget(database).orElseThrow().ours()).isEqualTo(before);
        assertThat(callsSince()).isEqualTo(before);
    }

    /** Whoever takes a call locks slots, then the count; a call that is given back in the other order would meet it half-way. */
    @Test
    @Timeout(30)
    void locksTheSlotOfACallThatIsGivenBackBeforeTheCount() throws Exception {
        CallLedger ledger = ledger();
        long call = ledger.take(database, "Companies", Purpose.RECORDS)
                .orElseThrow()
                .call();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> givenBack = transactions.execute(_ -> {
                jdbc.sql("select slot from autotask_slot where database = :database for update")
                        .param("database", database)
                        .query(Integer.class)
                        .list();
                Future<?> waits = threads.submit(() -> ledger.giveBack(database, "Companies", call));
                await().until(() -> jdbc.sql(
                                """
                                select count(*) from pg_stat_activity
                                where wait_event_type = 'Lock' and query like 'with gone as%' and datname = current_database()
                                """)
                        .query(Integer.class)
                        .single()
                        .equals(1));

                jdbc.sql("select calls_since from autotask_quota where database = :database for update nowait")
                        .param("database", database)
                        .query(Integer.class)
                        .single();
                return waits;
            });
            givenBack.get();
        }
        assertThat(callsSince()).isZero();
    }

    @Test
    void countsCallsUnderWayAgainAfterAReading() throws Exception {
        Throttle node = node();
        Permit underWay = granted(node, "Companies", Purpose.RECORDS);
        Permit answered = granted(node, "Contacts", Purpose.RECORDS);
        answered.close();

        try (Permit reading = granted(node, "ThresholdInformation", Purpose.QUOTA);
                Permit whileReading = granted(node, "Contacts", Purpose.RECORDS)) {
            node.read(reading, 10_000, 60, 100);
            assertThat(whileReading).isNotNull();
        }
        assertThat(callsSince()).as("one before, one meanwhile, the reading").isEqualTo(3);

        underWay.close();
        read(node, 10_000, 103);
        assertThat(callsSince()).isEqualTo(1);
    }

    @Test
    void wantsANewReadingAfterATenthOfWhatRemained() throws Exception {
        Throttle node = node();
        read(node, 1000, 349); // 450 - 349 - 1 remain: a tenth is 10

        List<Boolean> due = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            try (Permit permit = granted(node, "Companies", Purpose.RECORDS)) {
                due.add(permit.readingDue());
            }
        }

        assertThat(due).containsExactly(false, false, false, false, false, false, false, false, false, true);
    }

    @Test
    void readsAtTheBeginningUnlessThatWasJustDone() throws Exception {
        Throttle node = node();
        assertThat(node.wantsReading(database)).isTrue();

        read(node, 1000, 10);
        assertThat(node.wantsReading(database)).isFalse();
        jdbc.sql("update autotask_quota set read_at = read_at - interval '31 seconds' where database = :database")
                .param("database", database)
                .update();
        assertThat(node.wantsReading(database)).isTrue();

        read(node, 1000, 450);
        assertThat(node.wantsReading(database))
                .as("without room it is worth another look")
                .isTrue();
    }

    @Test
    void growsWithTheLimitAndShrinksWithIt() throws Exception {
        Throttle node = node();
        read(node, 20, 0); // 4 at once, and the reading was one of them
        assertThat(sendUntilRefused(node, 100)).isEqualTo(3);
        time.advance(Duration.ofHours(1));

        read(node(), 20_000, 0);
        time.advance(Duration.ofMinutes(2));
        assertThat(sendUntilRefused(node, 100)).isEqualTo(100);

        read(node(), 20, 0);
        assertThat(sendUntilRefused(node, 100)).isZero();
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

    private int inFlight(String endpoint) {
        return jdbc.sql(
                        """
                        select count(*) from autotask_slot
                        where database = :database and endpoint = :endpoint and held_until > clock_timestamp()
                        """)
                .param("database", database)
                .param("endpoint", endpoint)
                .query(Integer.class)
                .single();
    }

    @Test
    void knowsTheQuotaWithoutAsking() throws Exception {
        Throttle node = node();
        assertThat(node.budget(database)).isEmpty();
        sendUntilRefused(node, 5);
        read(node, 10_000, 1250);
        sendUntilRefused(node, 3);

        Budget budget = node().budget(database).orElseThrow();

        assertThat(budget.limit()).isEqualTo(10_000);
        assertThat(budget.windowMinutes()).isEqualTo(60);
        assertThat(budget.ours()).isEqualTo(9);
        assertThat(budget.others()).isEqualTo(1244);
        assertThat(budget.stopsAt()).isEqualTo(4500);
    }

    @Test
    void forgetsCallsOfEarlierHours() throws Exception {
        Throttle node = node();
        sendUntilRefused(node, 5);
        jdbc.sql("update autotask_call set taken_at = taken_at - interval '61 minutes' where database = :database")
                .param("database", database)
                .update();
        read(node, 10_000, 0);
        assertThat(node.budget(database).orElseThrow().ours()).isEqualTo(1);

        jdbc.sql("update autotask_call set taken_at = taken_at - interval '20 minutes' where database = :database")
                .param("database", database)
                .update();
        read(node, 10_000, 0);

        assertThat(jdbc.sql("select count(*) from autotask_call where database = :database")
                        .param("database", database)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void countsTheFirstCallsOfManyThreads() throws Exception {
        Throttle node = node();

        assertThat(inParallel(List.of(
                        () -> sendUntilRefused(node, 1),
                        () -> sendUntilRefused(node(), 1),
                        () -> sendUntilRefused(node(), 1),
                        () -> sendUntilRefused(node, 1))))
                .isEqualTo(4);
    }

    /** How many questions for the quota go when four nodes want two each. */
    private int questions() throws Exception {
        List<Callable<Integer>> nodes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Throttle node = node();
            nodes.add(() -> {
                if (node.admit(database, "ThresholdInformation", Purpose.QUOTA) instanceof Granted granted) {
                    granted.permit().close();
                    return 1;
                }
                return 0;
            });
        }
        return inParallel(nodes);
    }

    private Duration wait(Throttle node, Purpose purpose) throws InterruptedException {
        Admission admission = node.admit(database, "Companies", purpose);
        assertThat(admission).isInstanceOf(Exhausted.class);
        return ((Exhausted) admission).retryAfter();
    }

    /** Moves everything that the ledger remembers into the past. */
    private void pass(Duration passing) {
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

    /** Its calls are held by nobody: as if it had died when it had sent them. */
    private Throttle node() {
        CallLedger ledger = ledger();
        return node(ledger, new CallsUnderWay(ledger));
    }

    private CallLedger ledger() {
        return new CallLedger(jdbc, transactions, PROPERTIES);
    }

    private Throttle node(CallLedger ledger, CallsUnderWay underWay) {
        KnownQuota known = new KnownQuota(jdbc, PROPERTIES);
        return new Throttle(
                ledger, underWay, known, new TokenBuckets(dataSource, time, known, PROPERTIES), new Breaks(jdbc));
    }

    private void read(Throttle node, int limit, int used) throws InterruptedException {
        try (Permit permit = granted(node, "ThresholdInformation", Purpose.QUOTA)) {
            node.read(permit, limit, 60, used);
        }
    }

    private Permit granted(Throttle node, String endpoint, Purpose purpose) throws InterruptedException {
        Admission admission = node.admit(database, endpoint, purpose);
        assertThat(admission).isInstanceOf(Granted.class);
        return ((Granted) admission).permit();
    }

    private boolean send(Throttle node) throws InterruptedException {
        return send(node, "Companies");
    }

    private boolean send(Throttle node, String endpoint) throws InterruptedException {
        @Nullable Admission admission = node.admit(database, endpoint, Purpose.RECORDS);
        if (admission instanceof Granted granted) {
            granted.permit().close();
            return true;
        }
        return false;
    }

    private int sendUntilRefused(Throttle node, int most) throws InterruptedException {
        int sent = 0;
        while (sent < most && send(node)) {
            sent++;
        }
        return sent;
    }

    private static int inParallel(List<Callable<Integer>> senders) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int sum = 0;
            for (var result : threads.invokeAll(senders)) {
                sum += result.get();
            }
            return sum;
        }
    }

    private int callsSince() {
        return jdbc.sql("select calls_since from autotask_quota where database = :database")
                .param("database", database)
                .query(Integer.class)
                .single();
    }

    private void endBreaks() {
        jdbc.sql("update autotask_pause set until = clock_timestamp() - interval '1 second' where database = :database")
                .param("database", database)
                .update();
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
