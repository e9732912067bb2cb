package app.ascent.migration;

import app.ascent.migration.pipeline.Checkpoints;
import app.ascent.migration.pipeline.Fence;
import app.ascent.migration.pipeline.Lease;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.SourceFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** How executions take hold of a run and let go of it; each step is one transaction that locks the run. */
@Component
class RunExecutions {

    private static final Logger log = LoggerFactory.getLogger(RunExecutions.class);

    private static final Duration LONGEST_OUTAGE = Duration.ofHours(24);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /** Clocks of node and database may differ by this much without an execution counting as too early. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    /** What an execution finds when it begins. */
    sealed interface Taken {

        record Leased(Lease lease) implements Taken {}

        /** Another start, or nobody, is to execute the run. */
        record NotOurs() implements Taken {}

        /** The run still has to wait; an execution that died while it went to sleep is called at once. */
        record TooEarly(Duration remaining) implements Taken {}
    }

    private final Runs runs;
    private final StoredMigrations migrations;
    private final Checkpoints checkpoints;
    private final Scopes scopes;
    private final Fence fence;
    private final RunUsage usage;
    private final RunEnd end;
    private final RunMeters meters;
    private final DatabaseTime time;
    private final TransactionOperations transactions;
    private final SchedulerClock clock;

    RunExecutions(
            Runs runs,
            StoredMigrations migrations,
            Checkpoints checkpoints,
            Scopes scopes,
            Fence fence,
            RunUsage usage,
            RunEnd end,
            RunMeters meters,
            DatabaseTime time,
            TransactionOperations transactions,
            SchedulerClock clock) {
        this.runs = runs;
        this.migrations = migrations;
        this.checkpoints = checkpoints;
        this.scopes = scopes;
        this.fence = fence;
        this.usage = usage;
        this.end = end;
        this.meters = meters;
        this.time = time;
        this.transactions = transactions;
        this.clock = clock;
    }

    Taken take(RunId id, long ticket) {
        return transactions.execute(status -> {
            fence.evict(id);
            return runs.lock(id.value())
                    .filter(run -> run.ticket() == ticket && run.status().active())
                    .map(this::take)
                    .orElseGet(Taken.NotOurs::new);
        });
    }

    private Taken take(Run run) {
        Instant now = time.now();
        Instant resumesAt = run.resumesAt();
        if (resumesAt != null && resumesAt.isAfter(now.plus(TOLERANCE))) {
            return new Taken.TooEarly(Duration.between(now, resumesAt));
        }
        Migration migration = migrations
                .findByOrganizationIdAndId(
                        run.organization().value(), run.migration().value())
                .orElseThrow(() -> new IllegalStateException("Run " + run.id() + " has no migration"));
        Scope scope = scopes.of(run.id());
        checkpoints.open(run.id(), scope);
        long fence = run.take(now, lastSign(run.id(), now).orElse(null));
        return new Taken.Leased(new Lease(
                new RunContext(
                        run.organization(),
                        migration.id(),
                        run.id(),
                        run.kind(),
                        migration.source(),
                        run.rule(),
                        scope),
                fence));
    }

    /** A node's own clock may be ahead. */
    private Optional<Instant> lastSign(RunId run, Instant now) {
        return checkpoints.progress(List.of(run.value())).values().stream()
                .flatMap(List::stream)
                .map(Checkpoints.Progress::movedAt)
                .map(sign -> sign.isAfter(now) ? now : sign)
                .max(Comparator.naturalOrder());
    }

    /** Frees the thread until it is time to ask the source again. */
    RunWorker.Ending await(Lease lease, SourceFailure.RetryLater later, @Nullable EntityType entity) {
        Duration after = later.after();
        if (after != null) {
            return sleep(lease, later, after);
        }
        RunUsage.Usage outage = usage.outage(lease.run().run());
        Duration lasts =
                outage.outageSince() == null ? Duration.ZERO : Duration.between(outage.outageSince(), time.now());
        if (lasts.compareTo(LONGEST_OUTAGE) >= 0) {
            log.warn("Run failed: the source did not answer for {}", lasts);
            end.fail(
                    lease,
                    new RunFailure(
                            "outage-timeout", "No answer of the source could be used for 24 hours.", null, entity));
            return new RunWorker.Ending.Over();
        }
        return sleep(lease, later, min(pause(outage.outageAttempts()), LONGEST_OUTAGE.minus(lasts)));
    }

    private RunWorker.Ending sleep(Lease lease, SourceFailure.RetryLater later, Duration after) {
        log.info("Run waits for {} s: {}", after.toSeconds(), later.code());
        meters.waits(later.code(), after);
        return leave(lease, new RunWorker.Ending.Again(clock.now().plus(after)), run -> {
            Instant now = time.now();
            run.await(later.code(), later.getMessage(), now, now.plus(after));
        });
    }

    /** Changes the run, unless this execution has lost it in the meantime. */
    private RunWorker.Ending leave(Lease lease, RunWorker.Ending ending, Consumer<Run> change) {
        return transactions.execute(status -> {
            Optional<Run> own = own(runs, lease);
            own.ifPresent(change);
            return own.isPresent() ? ending : new RunWorker.Ending.Over();
        });
    }

    static Optional<Run> own(Runs runs, Lease lease) {
        return runs.lock(lease.run().run().value())
                .filter(run -> run.fence() == lease.fence() && run.status() == RunStatus.RUNNING);
    }

    /** 1, 2, 4, 8, then always 15 minutes. */
    static Duration pause(int attempt) {
        return attempt > 4 ? LONGEST_PAUSE : Duration.ofMinutes(1L << Math.max(0, attempt - 1));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
