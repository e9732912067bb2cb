package app.ascent.migration;

import app.ascent.identity.UserId;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.RunKind;
import app.ascent.migration.spi.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run as pages and API show it.
 *
 * @param number 1 for the first run of the migration
 * @param reasonCode why it waits, failed, or was paused: a {@code SourceFailure} code, {@code outage-timeout} or
 *     {@code fault}; null when there is nothing to say
 * @param reason the same as a plain sentence
 * @param errorId found in the log, for a fault of ours
 * @param failedEntity the entity type at which it failed, where one is to blame
 * @param changedBy who paused or cancelled it, with {@code changedAt}
 * @param scope what it takes
 * @param waitingSince since when it waits, with {@code resumesAt}
 * @param outageSince since when the source has not answered
 * @param worked time spent running, without waiting and pauses
 */
public record RunView(
        RunId id,
        int number,
        RunKind kind,
        RunStatus status,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable String errorId,
        @Nullable String failedEntity,
        @Nullable Instant resumesAt,
        @Nullable Instant waitingSince,
        @Nullable Instant outageSince,
        Instant startedAt,
        @Nullable Instant finishedAt,
        UserId startedBy,
        @Nullable UserId changedBy,
        @Nullable Instant changedAt,
        Conflicts conflicts,
        Scope scope,
        long calls,
        @Nullable Duration averageAnswer,
        @Nullable Instant lastAnswerAt,
        Duration worked,
        List<EntityProgress> entities) {

    /** Whether it came to its end before, and single records of it are being tried again. */
    public boolean retrying() {
        return finishedAt != null && (status.active() || status == RunStatus.PAUSED);
    }
}
