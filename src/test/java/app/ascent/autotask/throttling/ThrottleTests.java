package app.ascent.autotask.throttling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.PostgresTest;
import app.ascent.autotask.throttling.Admission.Exhausted;
import app.ascent.autotask.throttling.Admission.Granted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The budget of a database, which all nodes share. */
@PostgresTest
class ThrottleTests extends ThrottleTest {

    ThrottleTests(JdbcClient jdbc, TransactionOperations transactions, DataSource dataSource) {
        super(jdbc, transactions, dataSource);
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
        assertThat(inFlight("Companies")).isZero();
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

    private int sendUntilRefused(Throttle node, int most) throws InterruptedException {
        int sent = 0;
        while (sent < most && send(node)) {
            sent++;
        }
        return sent;
    }

    private int callsSince() {
        return jdbc.sql("select calls_since from autotask_quota where database = :database")
                .param("database", database)
                .query(Integer.class)
                .single();
    }
}
