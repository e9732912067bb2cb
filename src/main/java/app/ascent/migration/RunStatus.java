package app.ascent.migration;

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
}
