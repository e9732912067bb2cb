package app.ascent.migration;

/** How far one entity type of a run has come; one that waits or was paused keeps the step at which it goes on. */
public enum EntityStatus {
    PENDING,
    PULLING,
    LOADING,
    DONE,
    /** Its run failed before it was done, whichever type was to blame; Resume goes on where it stopped. */
    FAILED
}
