package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.RunKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a migration. A ticket tells which start may execute it, a fence which execution may write: db-scheduler
 * executes at least once, so an execution that was given up for dead may still be alive.
 */
@Entity
@Table(name = "migration_run")
class Run {

    @Id
    private UUID id;

    private UUID organizationId;
    private UUID migrationId;
    private int number;

    @Enumerated(EnumType.STRING)
    private RunKind kind;

    @Enumerated(EnumType.STRING)
    private RunStatus status;

    @Enumerated(EnumType.STRING)
    private Conflicts conflicts;

    private @Nullable String reasonCode;
    private @Nullable String reason;
    private @Nullable String errorId;
    private @Nullable String failedEntity;
    private @Nullable Instant resumesAt;
    private @Nullable Instant waitingSince;
    private Instant startedAt;
    private UUID startedBy;
    private @Nullable Instant finishedAt;
    private @Nullable Instant completedAt;
    private @Nullable Instant changedAt;
    private @Nullable UUID changedBy;
    private @Nullable Instant runningSince;
    private long workedMillis;
    private long fence;
    private long ticket;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Run() {}

    Run(RunId id, Migration migration, int number, RunKind kind, Conflicts conflicts, UserId by, Instant at) {
        this.id = id.value();
        this.organizationId = migration.organization().value();
        this.migrationId = migration.id().value();
        this.number = number;
        this.kind = kind;
        this.status = RunStatus.QUEUED;
        this.conflicts = conflicts;
        this.startedAt = at;
        this.startedBy = by.value();
        this.ticket = 1;
    }

    /** Puts the run back into the queue; what was queued before may no longer execute. */
    void queueAgain() {
        become(RunStatus.QUEUED);
        ticket++;
        finishedAt = completedAt;
        changedAt = null;
        changedBy = null;
    }

    /** Begins an execution, which takes the next fence; {@code lastSign} is when an execution that died was last seen. */
    long take(Instant now, @Nullable Instant lastSign) {
        stopClock(lastSign == null ? now : lastSign);
        become(RunStatus.RUNNING);
        runningSince = now;
        return ++fence;
    }

    void await(String code, String sentence, Instant now, Instant until) {
        stopClock(now);
        become(RunStatus.WAITING);
        reasonCode = code;
        reason = sentence;
        waitingSince = now;
        resumesAt = until;
    }

    void pause(UserId by, Instant now) {
        stopClock(now);
        become(RunStatus.PAUSED);
        changedBy = by.value();
        changedAt = now;
    }

    void cancel(UserId by, Instant now) {
        stopClock(now);
        become(RunStatus.CANCELLED);
        changedBy = by.value();
        changedAt = now;
        finish(now);
    }

    void fail(RunFailure failure, Instant now) {
        stopClock(now);
        become(RunStatus.FAILED);
        reasonCode = failure.code();
        reason = failure.sentence();
        errorId = failure.errorId();
        failedEntity = failure.entity() == null ? null : failure.entity().name();
        finish(now);
    }

    void complete(boolean withIssues, Instant now) {
        stopClock(now);
        become(withIssues ? RunStatus.COMPLETED_WITH_ISSUES : RunStatus.COMPLETED);
        if (completedAt == null) {
            completedAt = now;
        }
        finish(now);
    }

    /** Records of it that were to be tried once more are not; it stands as it ended. */
    void leaveRetry(boolean withIssues, Instant now) {
        if (completedAt == null || !status.mayBecome(RunStatus.CANCELLED)) {
            throw new IllegalStateException("No records are tried again in a run that is " + status);
        }
        stopClock(now);
        stand(withIssues ? RunStatus.COMPLETED_WITH_ISSUES : RunStatus.COMPLETED);
        finish(now);
        changedAt = null;
        changedBy = null;
    }

    /** Records that are tried again belong to a run that came to its end before. */
    private void finish(Instant now) {
        finishedAt = completedAt == null ? now : completedAt;
    }

    private void become(RunStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("A run that is " + status + " cannot become " + next);
        }
        stand(next);
    }

    private void stand(RunStatus next) {
        status = next;
        reasonCode = null;
        reason = null;
        errorId = null;
        failedEntity = null;
        waitingSince = null;
        resumesAt = null;
    }

    private void stopClock(Instant now) {
        if (completedAt == null && runningSince != null && now.isAfter(runningSince)) {
            workedMillis += Duration.between(runningSince, now).toMillis();
        }
        runningSince = null;
    }

    Duration worked(Instant now) {
        Duration before = Duration.ofMillis(workedMillis);
        return completedAt != null || runningSince == null || now.isBefore(runningSince)
                ? before
                : before.plus(Duration.between(runningSince, now));
    }

    RunId id() {
        return new RunId(id);
    }

    OrganizationId organization() {
        return new OrganizationId(organizationId);
    }

    MigrationId migration() {
        return new MigrationId(migrationId);
    }

    int number() {
        return number;
    }

    RunKind kind() {
        return kind;
    }

    RunStatus status() {
        return status;
    }

    Conflicts conflicts() {
        return conflicts;
    }

    /**
     * The rule by which it writes now. Records that are tried again take nothing from people: what somebody wrote since
     * the run came to its end was never shown to whoever let the source win.
     */
    Conflicts rule() {
        return completedAt == null ? conflicts : Conflicts.KEEP_ASCENT;
    }

    long fence() {
        return fence;
    }

    long ticket() {
        return ticket;
    }

    @Nullable
    String reasonCode() {
        return reasonCode;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    String errorId() {
        return errorId;
    }

    @Nullable
    String failedEntity() {
        return failedEntity;
    }

    @Nullable
    Instant resumesAt() {
        return resumesAt;
    }

    @Nullable
    Instant waitingSince() {
        return waitingSince;
    }

    Instant startedAt() {
        return startedAt;
    }

    UserId startedBy() {
        return new UserId(startedBy);
    }

    @Nullable
    Instant finishedAt() {
        return finishedAt;
    }

    /** When it first came to its end, which it did though single records may be tried again now. */
    @Nullable
    Instant completedAt() {
        return completedAt;
    }

    @Nullable
    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    UserId changedBy() {
        return changedBy == null ? null : new UserId(changedBy);
    }
}
