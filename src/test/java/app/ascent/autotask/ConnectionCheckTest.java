package app.ascent.autotask;

import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Connection tests of a stubbed tenant. */
@AutotaskTest
abstract class ConnectionCheckTest {

    static final List<Wanted> ENTITIES = List.of(new Wanted("Companies", true), new Wanted("Contacts", false));
    static final AtomicLong DATABASES = new AtomicLong(9000);
    static final AutotaskStub AUTOTASK = AutotaskStub.start();

    final ConnectionCheck check;
    final Quotas quotas;
    final JdbcClient jdbc;

    ConnectionCheckTest(ConnectionCheck check, Quotas quotas, JdbcClient jdbc) {
        this.check = check;
        this.quotas = quotas;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        AUTOTASK.register(registry);
    }

    @BeforeEach
    void reset() {
        AUTOTASK.reset().database(DATABASES.incrementAndGet());
    }

    ConnectionReport test() throws InterruptedException {
        return check.test(AUTOTASK.credentials(), ENTITIES);
    }

    static List<Tuple> outcomes(ConnectionReport report) {
        return report.checks().stream()
                .map(one -> tuple(one.name(), one.outcome()))
                .toList();
    }
}
