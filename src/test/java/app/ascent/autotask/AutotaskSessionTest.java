package app.ascent.autotask;

import app.ascent.autotask.client.AutotaskConnector;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.client.Zone;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.transaction.support.TransactionOperations;

/** A session with a stubbed tenant of its own. */
@AutotaskTest
abstract class AutotaskSessionTest {

    static final Duration LONGER_THAN_THE_TIMEOUT = Duration.ofSeconds(4);

    /** Each test has a database number of its own, and with it a budget and breaks of its own. */
    static final AtomicLong NEXT_DATABASE = new AtomicLong(1000);

    static AutotaskStub autotask;

    final AutotaskConnector connector;
    final TransactionOperations transactions;
    final Clock clock;
    final List<String> heard = new CopyOnWriteArrayList<>();

    AutotaskSession session;

    AutotaskSessionTest(AutotaskConnector connector, TransactionOperations transactions, Clock clock) {
        this.connector = connector;
        this.transactions = transactions;
        this.clock = clock;
    }

    @BeforeAll
    static void start() {
        autotask = AutotaskStub.start();
    }

    @AfterAll
    static void stop() {
        autotask.close();
    }

    @BeforeEach
    void connect() {
        autotask.reset();
        Zone zone = new Zone(
                "Stub", autotask.apiUrl(), URI.create("https://ww1.autotask.net/"), NEXT_DATABASE.incrementAndGet());
        session = connector.connect(zone, autotask.credentials().login(), (entity, _) -> heard.add(entity));
    }

    static String company(long id) {
        return "{\"id\":%d,\"companyName\":\"Company %d\",\"companyType\":1,\"isActive\":true}".formatted(id, id);
    }
}
