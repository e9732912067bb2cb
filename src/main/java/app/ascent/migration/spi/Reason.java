package app.ascent.migration.spi;

/** Why a record was skipped, failed, or loaded with a remark. */
public enum Reason {
    PARENT_NOT_IMPORTED(Level.SKIP, Retry.AS_STAGED),
    DELETED_IN_ASCENT(Level.SKIP, Retry.NEVER),
    INVALID_VALUE(Level.FAILURE, Retry.READ_ANEW),
    SOURCE_ERROR(Level.FAILURE, Retry.READ_ANEW),
    INTERNAL_ERROR(Level.FAILURE, Retry.AS_STAGED),
    UNKNOWN_VALUE(Level.WARNING),
    MISSING_VALUE(Level.WARNING),
    TRUNCATED(Level.WARNING),
    INVALID_EMAIL(Level.WARNING),
    INVALID_DATE(Level.WARNING),
    CHARACTERS_LOST(Level.WARNING),
    REFERENCE_MISSING(Level.WARNING),
    CYCLE(Level.WARNING),
    AMBIGUOUS_MATCH(Level.WARNING),
    SAME_NAME(Level.WARNING),
    SAME_EMAIL(Level.WARNING),
    SECOND_PRIMARY(Level.WARNING),
    CLIENT_KEPT(Level.WARNING),
    LOCAL_EDIT_KEPT(Level.WARNING);

    /** What a reason does to its record. */
    public enum Level {
        SKIP,
        FAILURE,
        WARNING
    }

    /** How a record that was left out for a reason can be tried once more, without a new run. */
    public enum Retry {
        /** The cause lies at the source, where it may have been mended. */
        READ_ANEW,
        /** The cause lies with Ascent; what the source sent is at hand. */
        AS_STAGED,
        /** Nothing would come of it. */
        NEVER
    }

    private final Level level;
    private final Retry retry;

    Reason(Level level) {
        this(level, Retry.NEVER);
    }

    Reason(Level level, Retry retry) {
        this.level = level;
        this.retry = retry;
    }

    public Retry retry() {
        return retry;
    }

    public Level level() {
        return level;
    }
}
