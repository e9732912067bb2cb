package app.ascent.migration;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.migration.pipeline.Checkpoints;
import app.ascent.migration.pipeline.Lease;
import app.ascent.migration.pipeline.PuttingBack;
import app.ascent.migration.report.RunReports;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.staging.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The end of a run: its status and its audit entry; of one that read and loaded everything also its report and its event. */
@Component
class RunEnd {

    private static final Logger log = LoggerFactory.getLogger(RunEnd.class);

    private final Runs runs;
    private final Checkpoints checkpoints;
    private final RunReports reports;
    private final PuttingBack puttingBack;
    private final RetryRows retries;
    private final DatabaseTime time;
    private final Audit audit;
    private final RunMeters meters;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    RunEnd(
            Runs runs,
            Checkpoints checkpoints,
            RunReports reports,
            PuttingBack puttingBack,
            RetryRows retries,
            DatabaseTime time,
            Audit audit,
            RunMeters meters,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.runs = runs;
        this.checkpoints = checkpoints;
        this.reports = reports;
        this.puttingBack = puttingBack;
        this.retries = retries;
        this.time = time;
        this.audit = audit;
        this.meters = meters;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Stops the run until a person starts it again, unless this execution has lost it in the meantime. The audit entry
     * follows in a transaction of its own: a run whose credentials were rejected must stop though the log cannot be written.
     */
    void fail(Lease lease, RunFailure failure) {
        Optional<Run> failed = transactions.execute(status -> {
            Optional<Run> own = RunExecutions.own(runs, lease);
            own.ifPresent(run -> run.fail(failure, time.now()));
            return own;
        });
        failed.ifPresent(run -> {
            meters.ended(RunStatus.FAILED, failure.code());
            audit.recordBySystem(
                    lease.run().organization(), Action.UPDATE, subject(lease.run()), outcome(run, failure));
        });
    }

    private static AuditedRecord subject(RunContext context) {
        return new AuditedRecord(Migrations.AUDITED_AS, context.migration().toString(), null);
    }

    private static Map<String, String> outcome(Run run, RunFailure failure) {
        Map<String, String> outcome = new LinkedHashMap<>();
        outcome.put(
                Audit.HAPPENED,
                run.completedAt() == null
                        ? "Run %d failed: %s".formatted(run.number(), failure.sentence())
                        : "Retry of records of run %d stopped: %s".formatted(run.number(), failure.sentence()));
        if (failure.entity() != null) {
            outcome.put("Record type", failure.entity().words());
        }
        return outcome;
    }

    void complete(Lease lease) {
        transactions.executeWithoutResult(
                status -> RunExecutions.own(runs, lease).ifPresent(run -> complete(lease.run(), run)));
    }

    private void complete(RunContext context, Run run) {
        boolean retry = run.completedAt() != null;
        List<Checkpoints.Progress> progress = progress(run);
        RunReports.Summary summary = reports.summarize(context.run());
        run.complete(withIssues(progress, summary), time.now());
        reports.put(context.run(), summary);
        audit.recordBySystem(
                context.organization(),
                Action.UPDATE,
                subject(context),
                totals(retry ? retried(run) : completed(run), progress));
        events.publishEvent(new RunCompleted(context.organization(), context.migration(), context.run()));
        meters.ended(run.status(), "none");
        log.info("Run ended: {}", run.status());
    }

    /**
     * Ends a retry that a person has cancelled: what it came to stays, the rest is left out as before. Where it came to
     * something, the run is to be queued, and ends when that is compared and linked.
     */
    void leaveRetry(Run run) {
        // One that failed would fail once more, and nobody could leave it.
        if (!puttingBack.putBack(run.id(), run.status() != RunStatus.FAILED)) {
            run.leaveRetry(true, time.now());
            run.queueAgain();
            log.info("Retry cancelled; what came of it is compared and linked");
            return;
        }
        List<Checkpoints.Progress> progress = progress(run);
        RunReports.Summary summary = reports.summarize(run.id());
        run.leaveRetry(withIssues(progress, summary), time.now());
        reports.put(run.id(), summary);
        log.info("Retry cancelled; the run is {}", run.status());
    }

    private List<Checkpoints.Progress> progress(Run run) {
        return checkpoints
                .progress(List.of(run.id().value()))
                .getOrDefault(run.id().value(), List.of());
    }

    private static boolean withIssues(List<Checkpoints.Progress> progress, RunReports.Summary summary) {
        return !summary.unmapped().isEmpty()
                || progress.stream()
                        .anyMatch(each -> each.refusal() != null
                                || each.tally().skipped() + each.tally().failed() + each.missing() > 0);
    }

    private static String completed(Run run) {
        return "Run %d completed%s".formatted(run.number(), run.status() == RunStatus.COMPLETED ? "" : " with issues");
    }

    /** The run itself completed before; only what was tried again came to an end now. */
    private String retried(Run run) {
        RetryRows.Result result = retries.last(run.id())
                .orElseThrow(() -> new IllegalStateException("Nothing was tried again in run " + run.id()));
        return String.format(
                Locale.ENGLISH,
                "Retry of %,d %s of run %d ended: %,d loaded, %,d left out again",
                result.tried(),
                result.tried() == 1 ? "record" : "records",
                run.number(),
                result.loaded(),
                result.tried() - result.loaded());
    }

    private static Map<String, String> totals(String happened, List<Checkpoints.Progress> progress) {
        Map<String, String> totals = new LinkedHashMap<>();
        totals.put(Audit.HAPPENED, happened);
        for (Checkpoints.Progress each : progress) {
            Tally tally = each.tally();
            totals.put(
                    each.type().words(),
                    String.format(
                                    Locale.ENGLISH,
                                    "%,d pulled, %,d loaded, %,d skipped, %,d failed",
                                    each.pulled(),
                                    tally.loaded(),
                                    tally.skipped(),
                                    tally.failed())
                            + (each.leftOut() == 0
                                    ? ""
                                    : String.format(Locale.ENGLISH, ", %,d left out by the scope", each.leftOut()))
                            + (each.missing() == 0
                                    ? ""
                                    : String.format(Locale.ENGLISH, ", %,d counted", each.expected()))
                            + (each.refusal() == null ? "" : ". " + each.refusal())
                            + (each.unreadable() == 0
                                    ? ""
                                    : String.format(Locale.ENGLISH, ", %,d without an ID", each.unreadable())));
        }
        return totals;
    }
}
