package app.ascent.migration;

import app.ascent.migration.spi.RunId;
import java.time.Duration;
import org.springframework.stereotype.Service;

/**
 * Counts the calls that are made to the source for runs. It stands apart from the engine's other doors, since entity types make
 * these calls, and the engine is made of entity types.
 */
@Service
public class RunCalls {

    private final RunUsage usage;

    RunCalls(RunUsage usage) {
        this.usage = usage;
    }

    /** One call, outside any transaction of the worker. */
    public void count(RunId run, Duration took) {
        usage.countCall(run, took);
    }
}
