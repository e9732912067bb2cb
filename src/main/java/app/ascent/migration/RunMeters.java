package app.ascent.migration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Figures of what became of runs on this node. */
@Component
class RunMeters {

    private final MeterRegistry meters;

    RunMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param reason a code of the engine's, as it stands in the API's {@code statusReason} */
    void waits(String reason, Duration duration) {
        Timer.builder("ascent.migration.run.waits")
                .description("Waits that runs were sent into by this node, and how long they were to last")
                .tag("reason", reason)
                .register(meters)
                .record(duration);
    }

    void ended(RunStatus status, String reason) {
        Counter.builder("ascent.migration.run.ends")
                .description("Runs that ended or failed on this node")
                .tag("status", status.name())
                .tag("reason", reason)
                .register(meters)
                .increment();
    }
}
