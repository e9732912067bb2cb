package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.TickingClock;
import app.ascent.autotask.Quotas;
import app.ascent.migration.RunCensus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What a scrape is told of all nodes together. */
class MigrationGaugesTests extends ImportJourney {

    private final TickingClock clock = new TickingClock();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final MigrationGauges gauges;
    private final TransactionOperations transactions;

    MigrationGaugesTests(
            JdbcClient jdbc,
            @Value("${local.server.port}") int port,
            RunCensus census,
            Quotas quotas,
            TransactionOperations transactions) {
        super(jdbc, port);
        this.gauges = new MigrationGauges(census, quotas, clock);
        this.transactions = transactions;
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
    }

    @BeforeEach
    void bind() {
        gauges.bindTo(registry);
    }

    @Test
    void areThoseOfThisScrapeAndNotOfTheOneBefore() {
        assertThat(completed()).isZero();
        AUTOTASK.companies(Payload.company().json("id", "7").toString());
        run(create());
        clock.advance(Duration.ofSeconds(6));

        assertThat(completed()).isEqualTo(1);
    }

    @Test
    void keepNoScrapeWaitingForADatabaseThatHangs() {
        assertThat(completed()).isZero();
        clock.advance(Duration.ofSeconds(6));

        transactions.executeWithoutResult(status -> {
            jdbc.sql("lock table migration_run in access exclusive mode").update();
            long start = System.nanoTime();
            for (int figure = 0; figure < 10; figure++) {
                assertThat(completed()).isZero();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));

            clock.advance(Duration.ofMinutes(2));
            assertThat(completed()).as("after two minutes nobody knows").isNaN();
        });
    }

    private double completed() {
        return registry.get("ascent.migration.migrations")
                .tag("status", "COMPLETED")
                .gauge()
                .value();
    }
}
