package app.ascent.migration;

import app.ascent.migration.pipeline.DataFault;
import app.ascent.migration.pipeline.Lease;
import app.ascent.migration.pipeline.Pipeline;
import app.ascent.migration.pipeline.PipelineFailure;
import app.ascent.migration.pipeline.RunStopped;
import app.ascent.migration.pipeline.RunTakenOver;
import app.ascent.migration.pipeline.Watch;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.SourceFailure;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** One execution of a run, from its fence to whatever ends it. */
@Component
class RunWorker {

    private static final Logger log = LoggerFactory.getLogger(RunWorker.class);

    /** What the scheduler is to do after an execution. */
    sealed interface Ending {

        /** Nothing; the run ended, stopped, or belongs to another execution. */
        record Over() implements Ending {}

        record Again(Instant at) implements Ending {}
    }

    private final RunExecutions executions;
    private final RunEnd end;
    private final OldFindings oldFindings;
    private final Pipeline pipeline;
    private final RunUsage usage;
    private final ApplicationEventPublisher events;
    private final SchedulerClock clock;

    RunWorker(
            RunExecutions executions,
            RunEnd end,
            OldFindings oldFindings,
            Pipeline pipeline,
            RunUsage usage,
            ApplicationEventPublisher events,
            SchedulerClock clock) {
        this.executions = executions;
        this.end = end;
        this.oldFindings = oldFindings;
        this.pipeline = pipeline;
        this.usage = usage;
        this.events = events;
        this.clock = clock;
    }

    Ending execute(RunId run, long ticket, BooleanSupplier shuttingDown) {
        return switch (executions.take(run, ticket)) {
            case RunExecutions.Taken.NotOurs not -> new Ending.Over();
            case RunExecutions.Taken.TooEarly early ->
                new Ending.Again(clock.now().plus(early.remaining()));
            case RunExecutions.Taken.Leased(Lease lease) -> execute(lease, shuttingDown);
        };
    }

    private Ending execute(Lease lease, BooleanSupplier shuttingDown) {
        RunContext run = lease.run();
        MDC.put("runId", run.run().toString());
        MDC.put("organizationId", run.organization().toString());
        try {
            log.info("Run started, execution {}", lease.fence());
            pipeline.work(lease, watch(run.run(), shuttingDown));
            end.complete(lease);
            oldFindings.remove(run.migration());
            return new Ending.Over();
        } catch (InterruptedException e) {
            log.info("Run interrupted; it goes on from its checkpoints");
            return new Ending.Again(clock.now());
        } catch (PipelineFailure failure) {
            return ended(lease, failure);
        } catch (RuntimeException e) {
            return ended(lease, new PipelineFailure(null, e));
        } finally {
            events.publishEvent(new RunLeft(run.run()));
            MDC.remove("runId");
            MDC.remove("organizationId");
        }
    }

    private Ending ended(Lease lease, PipelineFailure failure) {
        return switch (failure.reason()) {
            case RunTakenOver e -> over(lease, String.valueOf(e.getMessage()));
            case RunStopped e -> over(lease, String.valueOf(e.getMessage()));
            case InterruptedException e -> new Ending.Again(clock.now());
            case SourceFailure.RetryLater later -> executions.await(lease, later, failure.entity());
            case SourceFailure.Denied denied -> fail(lease, denied, failure);
            case SourceFailure.Broken broken -> fail(lease, broken, failure);
            case SourceFailure.Unreadable unreadable -> fail(lease, unreadable, failure);
            case RuntimeException e
            when DataFault.passing(e) -> {
                // The scheduler calls again in seconds; meanwhile the run is what it was: running.
                log.warn(
                        "Execution {} lost its database: {}",
                        lease.fence(),
                        e.getClass().getName());
                throw e;
            }
            default -> fault(lease, failure);
        };
    }

    private static Ending over(Lease lease, String reason) {
        log.info("Execution {} ends: {}", lease.fence(), reason);
        return new Ending.Over();
    }

    private Ending fail(Lease lease, SourceFailure reason, PipelineFailure failure) {
        log.warn("Run failed: {}", reason.code());
        end.fail(lease, new RunFailure(reason.code(), reason.getMessage(), null, failure.entity()));
        return new Ending.Over();
    }

    private Ending fault(Lease lease, PipelineFailure failure) {
        String errorId = UUID.randomUUID().toString().substring(0, 8).replaceFirst("(.{4})", "$1-");
        log.error("Run failed by a fault of ours, error {}", errorId, failure.reason());
        end.fail(
                lease,
                new RunFailure(
                        "fault", "Stopped by a fault in Ascent, error " + errorId + ".", errorId, failure.entity()));
        return new Ending.Over();
    }

    private Watch watch(RunId run, BooleanSupplier shuttingDown) {
        AtomicBoolean mayBeOut = new AtomicBoolean(true);
        return new Watch() {
            @Override
            public boolean leaving() {
                return shuttingDown.getAsBoolean();
            }

            @Override
            public void pageCame() {
                // An outage ends the execution, so that only the first page can be the one that ends an outage.
                if (mayBeOut.getAndSet(false)) {
                    usage.outageOver(run);
                }
            }
        };
    }
}
