package app.ascent.migration.spi;

import java.util.List;

/**
 * Why a record was skipped, failed, or loaded with a remark. Here stand those the engine gives itself or that are the same for
 * whatever is migrated; an entity type adds its own by {@link EntityMigration#reasons()}.
 *
 * @param code by which findings keep it, and pages, API and tables name it
 */
public record Reason(String code, Level level, Retry retry) {

    public static final Reason PARENT_NOT_IMPORTED = skip("PARENT_NOT_IMPORTED", Retry.AS_STAGED);
    public static final Reason DELETED_IN_ASCENT = skip("DELETED_IN_ASCENT", Retry.NEVER);
    public static final Reason INVALID_VALUE = failure("INVALID_VALUE", Retry.READ_ANEW);
    public static final Reason SOURCE_ERROR = failure("SOURCE_ERROR", Retry.READ_ANEW);
    public static final Reason COPY_DAMAGED = failure("COPY_DAMAGED", Retry.READ_ANEW);
    public static final Reason INTERNAL_ERROR = failure("INTERNAL_ERROR", Retry.AS_STAGED);
    public static final Reason UNKNOWN_VALUE = remark("UNKNOWN_VALUE");
    public static final Reason MISSING_VALUE = remark("MISSING_VALUE");
    public static final Reason TRUNCATED = remark("TRUNCATED");
    public static final Reason INVALID_DATE = remark("INVALID_DATE");
    public static final Reason CHARACTERS_LOST = remark("CHARACTERS_LOST");
    public static final Reason REFERENCE_MISSING = remark("REFERENCE_MISSING");
    public static final Reason CYCLE = remark("CYCLE");
    public static final Reason AMBIGUOUS_MATCH = remark("AMBIGUOUS_MATCH");
    public static final Reason LOCAL_EDIT_KEPT = remark("LOCAL_EDIT_KEPT");

    static final List<Reason> OF_ENGINE = List.of(
            PARENT_NOT_IMPORTED,
            DELETED_IN_ASCENT,
            INVALID_VALUE,
            SOURCE_ERROR,
            COPY_DAMAGED,
            INTERNAL_ERROR,
            UNKNOWN_VALUE,
            MISSING_VALUE,
            TRUNCATED,
            INVALID_DATE,
            CHARACTERS_LOST,
            REFERENCE_MISSING,
            CYCLE,
            AMBIGUOUS_MATCH,
            LOCAL_EDIT_KEPT);

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

    public static Reason skip(String code, Retry retry) {
        return new Reason(code, Level.SKIP, retry);
    }

    public static Reason failure(String code, Retry retry) {
        return new Reason(code, Level.FAILURE, retry);
    }

    /** One that its record was loaded with. */
    public static Reason remark(String code) {
        return new Reason(code, Level.WARNING, Retry.NEVER);
    }

    @Override
    public String toString() {
        return code;
    }
}
