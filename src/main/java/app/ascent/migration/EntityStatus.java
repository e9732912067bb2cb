package app.ascent.migration;

/** How far one entity type of a run has come; one that waits or was paused keeps the step at which it goes on. */
public enum EntityStatus {
    PENDING,
    PULLING,
    LOADING,
    DONE,
    /** It cannot be read, or needs what cannot; or its run failed before it was done. Resume goes on where it stopped. */
    FAILED
}
