package app.ascent.migration.spi;

/** Why a record was skipped, failed, or loaded with a remark. */
public enum Reason {
    PARENT_NOT_IMPORTED(Level.SKIP),
    DELETED_IN_ASCENT(Level.SKIP),
    INVALID_VALUE(Level.FAILURE),
    SOURCE_ERROR(Level.FAILURE),
    INTERNAL_ERROR(Level.FAILURE),
    UNKNOWN_VALUE(Level.WARNING),
    MISSING_VALUE(Level.WARNING),
    TRUNCATED(Level.WARNING),
    INVALID_EMAIL(Level.WARNING),
    INVALID_DATE(Level.WARNING),
    REFERENCE_MISSING(Level.WARNING),
    CYCLE(Level.WARNING),
    AMBIGUOUS_MATCH(Level.WARNING),
    SAME_NAME(Level.WARNING),
    SAME_EMAIL(Level.WARNING),
    SECOND_PRIMARY(Level.WARNING),
    LOCAL_EDIT_KEPT(Level.WARNING);

    /** What a reason does to its record. */
    public enum Level {
        SKIP,
        FAILURE,
        WARNING
    }

    private final Level level;

    Reason(Level level) {
        this.level = level;
    }

    public Level level() {
        return level;
    }
}
