package app.ascent.importing;

import app.ascent.autotask.Quotas;
import app.ascent.migration.RunCensus;
import app.ascent.migration.RunStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What all nodes have in common, read from the database: every node says the same. A scrape reads anew when the last
 * reading is some seconds old, and waits for that a moment at most, once: while the database does not answer, a node's own
 * counters are wanted most. It then gets the last reading, until that is worth nothing any more.
 */
@Component
class MigrationGauges implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(MigrationGauges.class);

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration WORTHLESS = Duration.ofMinutes(2);

    private record Reading(Instant at, RunCensus.Census census, double fewestCallsLeft) {}

    private final RunCensus census;
    private final Quotas quotas;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Reading last;

    MigrationGauges(RunCensus census, Quotas quotas, Clock clock) {
        this.census = census;
        this.quotas = quotas;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (RunStatus status : RunStatus.values()) {
            Gauge.builder(
                            "ascent.migration.migrations",
                            this,
                            it -> it.value(reading ->
                                    (double) reading.census().migrations().getOrDefault(status, 0L)))
                    .description("Migrations of all organizations by the status of their latest run")
                    .tag("status", status.name())
                    .register(registry);
        }
        TimeGauge.builder(
                        "ascent.migration.longest.wait",
                        this,
                        TimeUnit.SECONDS,
                        it -> it.value(reading -> seconds(reading.census().longestWait())))
                .description("How long the run has waited that waits longest now")
                .register(registry);
        TimeGauge.builder(
                        "ascent.migration.longest.silence",
                        this,
                        TimeUnit.SECONDS,
                        it -> it.value(reading -> seconds(reading.census().longestSilence())))
                .description("How long ago a running run moved a checkpoint, of the one that did so longest ago")
                .register(registry);
        Gauge.builder("ascent.autotask.budget.left", this, it -> it.value(Reading::fewestCallsLeft))
                .description("Calls that Ascent may make now, of the Autotask database where the fewest are left")
                .register(registry);
    }

    private double value(ToDoubleFunction<Reading> figure) {
        Instant now = clock.instant();
        Reading reading = last;
        if (reading == null || reading.at().isBefore(now.minus(FRESH))) {
            read();
            reading = last;
        }
        return reading == null || reading.at().isBefore(now.minus(WORTHLESS))
                ? Double.NaN
                : figure.applyAsDouble(reading);
    }

    /** Whoever causes a reading waits for it; a second one would wait as long for a database that hangs. */
    private void read() {
        if (busy.compareAndSet(false, true)) {
            Thread reading = Thread.ofVirtual().name("gauges").start(() -> {
                try {
                    var left = quotas.fewestLeft();
                    last = new Reading(clock.instant(), census.take(), left.isPresent() ? left.getAsInt() : Double.NaN);
                } catch (DataAccessException | TransactionException e) {
                    log.debug("The gauges could not be read", e); // health says that the database is away
                } finally {
                    busy.set(false);
                }
            });
            try {
                reading.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
