package app.ascent.migration.staging;

/** Where a staged record stands; once its entity type is done none is {@code STAGED}. */
public enum RecordState {
    STAGED,
    LOADED,
    SKIPPED,
    FAILED
}
