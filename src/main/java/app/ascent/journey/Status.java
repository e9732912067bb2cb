package app.ascent.journey;

import app.ascent.migration.EntityStatus;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.RunStatus;

/**
 * A status as pages name it, never by the API's own word; what it looks like stands in {@code journey/looks.html}.
 *
 * @param key message key of the word
 * @param about what the word names, such as the type that another one waits for; empty where it names nothing
 */
public record Status(String key, String about) {

    private Status(String key) {
        this(key, "");
    }

    /** A type whose records lie ready until those of another one are loaded. */
    public static Status waitsFor(String types) {
        return new Status("entity.status.WAITS", types);
    }

    public static Status of(RunStatus status) {
        return new Status("run.status." + status);
    }

    /** While the run rests, a type that is under way rests with it. */
    public static Status of(EntityStatus status, RunStatus run) {
        return new Status("entity.status."
                + switch (status) {
                    case PENDING, DONE, FAILED -> status;
                    case PULLING, LOADING ->
                        switch (run) {
                            case WAITING, PAUSED, FAILED -> "HOLD";
                            case CANCELLED -> "CANCELLED";
                            case CREATED, QUEUED, RUNNING, COMPLETED, COMPLETED_WITH_ISSUES -> status;
                        };
                });
    }

    public static Status of(Outcome outcome) {
        return new Status("outcome." + outcome);
    }
}
