package app.ascent.journey.progress;

import app.ascent.autotask.Quotas.QuotaView;
import app.ascent.importing.AutotaskMigration;
import app.ascent.journey.Estimate;
import app.ascent.journey.Heads;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.RunDeeds;
import app.ascent.journey.progress.ProgressView.StateMessage;
import app.ascent.migration.EntityProgress;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.RunView;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says why a run does not move: what happened, what it means for the data, and what to do. */
@Component
class StateMessages {

    /** How long the engine keeps trying while the source does not answer. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private final Clock clock;
    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;
    private final Heads heads;

    StateMessages(Clock clock, Formats formats, Texts texts, RecordTypes types, Heads heads) {
        this.clock = clock;
        this.formats = formats;
        this.texts = texts;
        this.types = types;
        this.heads = heads;
    }

    @Nullable
    StateMessage of(AutotaskMigration migration, RunView run) {
        return switch (run.status()) {
            case CREATED, RUNNING, COMPLETED, COMPLETED_WITH_ISSUES -> null;
            case QUEUED -> new StateMessage("queued", null, texts.say("state.queued"), null);
            case WAITING -> waiting(migration, run);
            case PAUSED ->
                new StateMessage(
                        "paused",
                        texts.say("state.paused", heads.name(run.changedBy()), changed(run)),
                        texts.say("state.paused.text"),
                        null);
            case FAILED -> failed(run);
            case CANCELLED ->
                new StateMessage(
                        "cancelled",
                        texts.say("state.cancelled", heads.name(run.changedBy()), changed(run)),
                        texts.say("state.cancelled.text", RunDeeds.of(run, texts)),
                        null);
        };
    }

    private StateMessage waiting(AutotaskMigration migration, RunView run) {
        String until = until(run);
        String code = Objects.requireNonNullElse(run.reasonCode(), "");
        return switch (code) {
            case "quota" -> new StateMessage("waiting", texts.say("state.quota", until), quota(migration, run), "try");
            case "rate-limited" ->
                new StateMessage(
                        "waiting",
                        texts.say("state.rate-limited", until),
                        texts.say("state.nothing-lost") + " " + texts.say("state.may.try"),
                        "try");
            case "quiet-hours" ->
                new StateMessage("quiet-hours", texts.say("state.quiet", until), texts.say("state.quiet.text"), "pace");
            case "files-away" ->
                new StateMessage(
                        "waiting", texts.say("state.files-away", until), texts.say("state.files-away.text"), "try");
            case "outage" ->
                new StateMessage("waiting", texts.say("state.outage", trouble(run), until), patience(run), "try");
            default ->
                new StateMessage(
                        "waiting",
                        texts.say("state.waiting", until),
                        Objects.requireNonNullElse(run.reason(), texts.say("state.nothing-lost")) + " "
                                + texts.say("state.may.try"),
                        "try");
        };
    }

    /** Silence and trouble of Autotask's own are different things, and the run knows which it is. */
    private String trouble(RunView run) {
        String reason = Objects.requireNonNullElse(run.reason(), texts.say("state.silent"));
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }

    /** With the day where it is not today, for a wait may be long. */
    private String until(RunView run) {
        Instant resumes = run.resumesAt();
        return resumes == null || !resumes.isAfter(clock.instant())
                ? texts.say("state.until.soon")
                : formats.until(resumes);
    }

    private String quota(AutotaskMigration migration, RunView run) {
        QuotaView quota = migration.quota();
        String goesOn = position(run) + " " + texts.say("state.may.quota");
        if (quota == null) {
            return goesOn;
        }
        int used = quota.others() + quota.ours();
        return texts.say(
                        used == quota.stopsAt()
                                ? "state.quota.text"
                                : used > quota.stopsAt() ? "state.quota.above" : "state.quota.below",
                        formats.count(quota.others()),
                        formats.count(quota.ours()),
                        formats.count(quota.stopsAt()),
                        formats.count(used))
                + " " + goesOn;
    }

    /** Where the pull goes on, so that nobody fears it starts from the beginning. */
    private String position(RunView run) {
        for (EntityProgress entity : run.entities()) {
            if (entity.status() == EntityStatus.PULLING && !FilesProgress.are(entity)) {
                return texts.say(
                        "state.goes-on.page",
                        formats.count(entity.pulled() / Estimate.PAGE + 1),
                        types.inText(entity.entity()));
            }
        }
        return texts.say("state.goes-on");
    }

    private String patience(RunView run) {
        Instant since = run.outageSince() == null ? run.waitingSince() : run.outageSince();
        return since == null
                ? texts.say("state.nothing-lost")
                : texts.say("state.outage.text", formats.until(since.plus(PATIENCE)));
    }

    private StateMessage failed(RunView run) {
        String code = Objects.requireNonNullElse(run.reasonCode(), "");
        return switch (code) {
            case "credentials-rejected" ->
                stopped(texts.say("state.credentials"), texts.say("state.credentials.text"), "credentials");
            case "access-denied" ->
                stopped(texts.say("state.access", failedType(run)), texts.say("state.access.text"), null);
            case "outage-timeout" -> stopped(texts.say("state.outage-timeout"), texts.say("state.stopped.text"), null);
            case "fault" -> stopped(fault(run), texts.say("state.stopped.text"), null);
            default ->
                stopped(
                        texts.say("state.stopped"),
                        Objects.requireNonNullElse(run.reason(), "") + " " + texts.say("state.stopped.text"),
                        null);
        };
    }

    private static StateMessage stopped(String title, String text, @Nullable String action) {
        return new StateMessage("stopped", title, text.strip(), action);
    }

    private String fault(RunView run) {
        return run.errorId() == null ? texts.say("state.fault") : texts.say("state.fault.id", run.errorId());
    }

    private String failedType(RunView run) {
        String entity = run.failedEntity();
        return entity == null ? texts.say("state.access.unknown") : types.inText(entity);
    }

    private String changed(RunView run) {
        return formats.inText(Objects.requireNonNullElse(run.changedAt(), run.startedAt()));
    }
}
