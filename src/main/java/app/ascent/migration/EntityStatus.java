package app.ascent.migration;

/** How far one entity type of a run has come. */
public enum EntityStatus {
    PENDING,
    PULLING,
    LOADING,
    DONE,
    FAILED
}
