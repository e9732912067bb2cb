package app.ascent.dashboard.web;

import app.ascent.migration.EntityProgress;
import app.ascent.migration.MigrationView;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest migration as the dashboard shows it.
 *
 * @param tone colour of the status, with {@code icon} and word
 * @param at when its run ended or began, or when it was created
 * @param reason why it waits or stopped, as a plain sentence
 * @param goesOn when a waiting one goes on by itself
 */
record LastMigration(
        RunStatus status,
        String tone,
        String icon,
        Instant at,
        @Nullable String reason,
        @Nullable Instant goesOn,
        long loaded,
        long skipped,
        long failed) {

    static LastMigration of(MigrationView migration) {
        RunView run = migration.run();
        if (run == null) {
            return new LastMigration(
                    migration.status(), "active", "circle-dot", migration.createdAt(), null, null, 0, 0, 0);
        }
        return new LastMigration(
                run.status(),
                tone(run.status()),
                icon(run.status()),
                run.finishedAt() == null ? run.startedAt() : run.finishedAt(),
                run.status() == RunStatus.WAITING || run.status() == RunStatus.FAILED ? run.reason() : null,
                run.status() == RunStatus.WAITING ? run.resumesAt() : null,
                run.entities().stream().mapToLong(EntityProgress::loaded).sum(),
                run.entities().stream().mapToLong(EntityProgress::skipped).sum(),
                run.entities().stream().mapToLong(EntityProgress::failed).sum());
    }

    private static String tone(RunStatus status) {
        return switch (status) {
            case CREATED, RUNNING -> "active";
            case QUEUED, PAUSED, CANCELLED -> "neutral";
            case WAITING, COMPLETED_WITH_ISSUES -> "caution";
            case FAILED -> "bad";
            case COMPLETED -> "good";
        };
    }

    private static String icon(RunStatus status) {
        return switch (status) {
            case CREATED -> "circle-dot";
            case QUEUED -> "clock";
            case RUNNING -> "loader-2";
            case WAITING -> "hourglass-high";
            case PAUSED -> "player-pause";
            case CANCELLED -> "ban";
            case FAILED -> "alert-octagon";
            case COMPLETED -> "circle-check";
            case COMPLETED_WITH_ISSUES -> "alert-triangle";
        };
    }
}
