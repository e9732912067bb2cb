package app.ascent.migration.staging;

import org.jspecify.annotations.Nullable;

/**
 * How many records ended how.
 *
 * @param leftOut came, and were left out with what they belong to
 * @param warnings loaded ones that carry a remark
 */
public record Tally(
        long created,
        long updated,
        long unchanged,
        long linked,
        long skipped,
        long failed,
        long leftOut,
        long warnings) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

    /** One record's share. */
    public static Tally of(RecordState state, @Nullable Outcome outcome, boolean warned) {
        return new Tally(
                outcome == Outcome.CREATED ? 1 : 0,
                outcome == Outcome.UPDATED ? 1 : 0,
                outcome == Outcome.UNCHANGED ? 1 : 0,
                outcome == Outcome.LINKED ? 1 : 0,
                state == RecordState.SKIPPED ? 1 : 0,
                state == RecordState.FAILED ? 1 : 0,
                state == RecordState.LEFT_OUT ? 1 : 0,
                state == RecordState.LOADED && warned ? 1 : 0);
    }

    public Tally plus(Tally other) {
        return new Tally(
                created + other.created,
                updated + other.updated,
                unchanged + other.unchanged,
                linked + other.linked,
                skipped + other.skipped,
                failed + other.failed,
                leftOut + other.leftOut,
                warnings + other.warnings);
    }

    public Tally minus(Tally other) {
        return new Tally(
                created - other.created,
                updated - other.updated,
                unchanged - other.unchanged,
                linked - other.linked,
                skipped - other.skipped,
                failed - other.failed,
                leftOut - other.leftOut,
                warnings - other.warnings);
    }

    public long loaded() {
        return created + updated + unchanged + linked;
    }

    /** Records that have left staging. */
    public long handled() {
        return loaded() + skipped + failed + leftOut;
    }
}
