package app.ascent.migration.staging;

/** Where a staged record stands; once its entity type is done none is {@code STAGED}. */
public enum RecordState {
    STAGED,
    LOADED,
    SKIPPED,
    FAILED,
    /** With the record it belongs to, by the scope of the run. */
    LEFT_OUT
}
