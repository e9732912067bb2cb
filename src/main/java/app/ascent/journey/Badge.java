package app.ascent.journey;

import app.ascent.migration.EntityStatus;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.RunStatus;
import java.io.Serializable;

/**
 * A status as pages show it: colour, icon and word together, never the API's own word.
 *
 * @param kind {@code good, caution, bad, active} or {@code neutral}
 * @param key message key of the word
 * @param about what the word names, such as the type that another one waits for; empty where it names nothing
 */
public record Badge(String kind, String icon, String key, String about) implements Serializable {

    public Badge(String kind, String icon, String key) {
        this(kind, icon, key, "");
    }

    /** A type whose records lie ready until those of another one are loaded. */
    public static Badge waitsFor(String types) {
        return new Badge("neutral", "hourglass-high", "entity.status.WAITS", types);
    }

    public static Badge of(RunStatus status) {
        String key = "run.status." + status;
        return switch (status) {
            case CREATED -> new Badge("active", "circle-dot", key);
            case QUEUED -> new Badge("neutral", "clock", key);
            case RUNNING -> new Badge("active", "loader-2", key);
            case WAITING -> new Badge("caution", "hourglass-high", key);
            case PAUSED -> new Badge("neutral", "player-pause", key);
            case CANCELLED -> new Badge("neutral", "ban", key);
            case FAILED -> new Badge("bad", "alert-octagon", key);
            case COMPLETED -> new Badge("good", "circle-check", key);
            case COMPLETED_WITH_ISSUES -> new Badge("caution", "alert-triangle", key);
        };
    }

    /** While the run rests, a type that is under way rests with it. */
    public static Badge of(EntityStatus status, RunStatus run) {
        String key = "entity.status." + status;
        return switch (status) {
            case PENDING -> new Badge("neutral", "circle-dashed", key);
            case PULLING, LOADING ->
                switch (run) {
                    case WAITING, PAUSED, FAILED -> new Badge("neutral", "hourglass-high", "entity.status.HOLD");
                    case CANCELLED -> new Badge("neutral", "ban", "entity.status.CANCELLED");
                    case CREATED, QUEUED, RUNNING, COMPLETED, COMPLETED_WITH_ISSUES ->
                        status == EntityStatus.PULLING
                                ? new Badge("active", "cloud-download", key)
                                : new Badge("active", "database-import", key);
                };
            case DONE -> new Badge("good", "check", key);
            case FAILED -> new Badge("bad", "x", key);
        };
    }

    public static Badge of(Outcome outcome) {
        String key = "outcome." + outcome;
        return switch (outcome) {
            case LOADED -> new Badge("good", "check", key);
            case WARNED -> new Badge("caution", "alert-triangle", key);
            case SKIPPED -> new Badge("neutral", "player-skip-forward", key);
            case FAILED -> new Badge("bad", "circle-x", key);
        };
    }
}
