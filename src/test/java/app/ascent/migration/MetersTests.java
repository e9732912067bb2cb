package app.ascent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.spi.SourceFailure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures an operator sees of runs. */
@EngineTest
class MetersTests {

    private final Bench bench;
    private final MeterRegistry meters;

    MetersTests(Bench bench, MeterRegistry meters) {
        this.bench = bench;
        this.meters = meters;
    }

    @BeforeEach
    void beginAnew() {
        bench.fresh();
        meters.clear();
        for (long id = 1; id <= 7; id++) {
            bench.source.parent(id, "P" + id).child(id, "C" + id, id);
        }
    }

    @Test
    void countWhatTheReportCounts() {
        bench.source.put(FakeMigration.PARENTS, 8, "{ not JSON").child(9, "Without a parent", 77L);

        RunView run = bench.runOnce();

        for (EntityProgress entity : run.entities()) {
            assertThat(records(entity.entity()))
                    .as(entity.entity())
                    .containsEntry("created", entity.created())
                    .containsEntry("skipped", entity.skipped())
                    .containsEntry("failed", entity.failed());
            assertThat(counter("ascent.migration.pulled", "entity", entity.entity()))
                    .isEqualTo(entity.pulled());
        }
        assertThat(run.entities().getFirst().failed()).isEqualTo(1);
        assertThat(counter("ascent.migration.run.ends", "status", run.status().name()))
                .isEqualTo(1);
    }

    @Test
    void countARunOfOldRecordsAsUnchanged() {
        bench.runOnce();
        meters.clear();

        bench.runOnce();

        assertThat(records("parents")).containsEntry("unchanged", 7L).containsEntry("created", 0L);
    }

    @Test
    void timeEachBatch() {
        bench.batchSize(3).runOnce();

        Timer batches = meters.get("ascent.migration.batch")
                .tag("entity", "parents")
                .tag("result", "loaded")
                .timer();
        assertThat(batches.count()).isBetween(3L, 7L);
        assertThat(batches.totalTime(TimeUnit.NANOSECONDS)).isPositive();
    }

    @Test
    void sayHowLongRunsWereSentToWaitAndWhy() {
        bench.source.incident((call, type) -> {
            throw new SourceFailure.RetryLater("quota", "The quota is used up.", Duration.ofMinutes(40), null);
        });
        bench.start();

        bench.execute();

        assertThat(meters.get("ascent.migration.run.waits")
                        .tag("reason", "quota")
                        .timer()
                        .totalTime(TimeUnit.MINUTES))
                .isEqualTo(40);
    }

    @Test
    void sayWhyARunFailed() {
        bench.source.incident((call, type) -> {
            throw new SourceFailure.Denied("access-denied", "No right to read.", null);
        });
        bench.start();

        bench.execute();

        assertThat(counter("ascent.migration.run.ends", "reason", "access-denied"))
                .isEqualTo(1);
    }

    @Test
    void knowNoOrganizationAndNoRun() {
        bench.runOnce();

        assertThat(meters.getMeters())
                .flatMap(meter -> meter.getId().getTags())
                .extracting(Tag::getKey)
                .isSubsetOf(Set.of("entity", "outcome", "result", "status", "reason"));
    }

    private Map<String, Long> records(String entity) {
        Map<String, Long> outcomes = new TreeMap<>();
        for (Counter counter :
                meters.get("ascent.migration.records").tag("entity", entity).counters()) {
            outcomes.put(counter.getId().getTag("outcome"), (long) counter.count());
        }
        return outcomes;
    }

    private long counter(String name, String tag, String value) {
        return (long) meters.get(name).tag(tag, value).counter().count();
    }
}
