package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.staging.Tally;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Figures of this node's work. They count what was committed and know entity types and outcomes, never organizations, so
 * there are a few dozen of them however many customers there are; the report of a run is counted from the database.
 */
@Component
class PipelineMeters {

    private final MeterRegistry meters;

    PipelineMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void pulled(EntityType type, long records) {
        Counter.builder("ascent.migration.pulled")
                .description("Records that were staged on this node, those that came again not counted")
                .tag("entity", type.whole().name())
                .register(meters)
                .increment((double) records);
    }

    void loaded(EntityType type, Tally tally) {
        records(type, "created", tally.created());
        records(type, "updated", tally.updated());
        records(type, "unchanged", tally.unchanged());
        records(type, "linked", tally.linked());
        records(type, "skipped", tally.skipped());
        records(type, "failed", tally.failed());
    }

    private void records(EntityType type, String outcome, long records) {
        Counter.builder("ascent.migration.records")
                .description("Records by what became of them on this node; one that is processed again counts again")
                .tag("entity", type.whole().name())
                .tag("outcome", outcome)
                .register(meters)
                .increment((double) records);
    }

    /** @param result loaded, or refused: then the batch is halved and tried again */
    void batch(EntityType type, String result, Duration took) {
        Timer.builder("ascent.migration.batch")
                .description("Transactions that load a batch of staged records")
                .tag("entity", type.whole().name())
                .tag("result", result)
                .register(meters)
                .record(took);
    }
}
