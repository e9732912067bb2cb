package app.ascent.migration;

import java.util.Set;

/** How a migration stands, which is how its latest run stands. */
public enum RunStatus {
    CREATED,
    QUEUED,
    RUNNING,
    WAITING,
    PAUSED,
    CANCELLED,
    FAILED,
    COMPLETED,
    COMPLETED_WITH_ISSUES;

    /** Whether a run is under way; deleting and replacing credentials must wait. */
    public boolean active() {
        return this == QUEUED || this == RUNNING || this == WAITING;
    }

    /** Whether Start goes on with the run instead of beginning a new one. */
    public boolean resumable() {
        return this == WAITING || this == PAUSED || this == FAILED;
    }

    /** Whether it ended; only single records can be tried again then. */
    public boolean terminal() {
        return this == CANCELLED || this == COMPLETED || this == COMPLETED_WITH_ISSUES;
    }

    boolean mayBecome(RunStatus status) {
        return next().contains(status);
    }

    private Set<RunStatus> next() {
        return switch (this) {
            case CREATED -> Set.of(QUEUED);
            case QUEUED -> Set.of(RUNNING, PAUSED, CANCELLED);
            // to itself: another node takes over from one that died
            case RUNNING -> Set.of(RUNNING, WAITING, PAUSED, CANCELLED, FAILED, COMPLETED, COMPLETED_WITH_ISSUES);
            case WAITING -> Set.of(QUEUED, RUNNING, PAUSED, CANCELLED);
            case PAUSED, FAILED -> Set.of(QUEUED, CANCELLED);
            // records that were left out are tried once more
            case COMPLETED_WITH_ISSUES -> Set.of(QUEUED);
            case CANCELLED, COMPLETED -> Set.of();
        };
    }
}
