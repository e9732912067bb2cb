package app.ascent.autotask.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.throttling.Admission.Granted;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A budget of its own on PostgreSQL; each node is a throttle of its own, as it would be on a machine of its own. */
abstract class ThrottleTest {

    private static final ThrottleProperties PROPERTIES =
            new ThrottleProperties(new BigDecimal("0.45"), Duration.ofMinutes(15));

    private static final AtomicLong DATABASES = new AtomicLong();

    final long database = DATABASES.incrementAndGet();
    final ManualTime time = new ManualTime();
    final JdbcClient jdbc;
    final TransactionOperations transactions;
    private final DataSource dataSource;

    ThrottleTest(JdbcClient jdbc, TransactionOperations transactions, DataSource dataSource) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.dataSource = dataSource;
    }

    int inFlight(String endpoint) {
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

    /** Its calls are held by nobody: as if it had died when it had sent them. */
    Throttle node() {
        CallLedger ledger = ledger();
        return node(ledger, new CallsUnderWay(ledger));
    }

    CallLedger ledger() {
        return new CallLedger(jdbc, transactions, PROPERTIES);
    }

    Throttle node(CallLedger ledger, CallsUnderWay underWay) {
        KnownQuota known = new KnownQuota(jdbc, PROPERTIES);
        return new Throttle(
                ledger, underWay, known, new TokenBuckets(dataSource, time, known, PROPERTIES), new Breaks(jdbc));
    }

    void read(Throttle node, int limit, int used) throws InterruptedException {
        try (Permit permit = granted(node, "ThresholdInformation", Purpose.QUOTA)) {
            node.read(permit, limit, 60, used);
        }
    }

    Permit granted(Throttle node, String endpoint, Purpose purpose) throws InterruptedException {
        Admission admission = node.admit(database, endpoint, purpose);
        assertThat(admission).isInstanceOf(Granted.class);
        return ((Granted) admission).permit();
    }

    boolean send(Throttle node) throws InterruptedException {
        return send(node, "Companies");
    }

    boolean send(Throttle node, String endpoint) throws InterruptedException {
        @Nullable Admission admission = node.admit(database, endpoint, Purpose.RECORDS);
        if (admission instanceof Granted granted) {
            granted.permit().close();
            return true;
        }
        return false;
    }

    static int inParallel(List<Callable<Integer>> senders) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int sum = 0;
            for (var result : threads.invokeAll(senders)) {
                sum += result.get();
            }
            return sum;
        }
    }

    static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
