package app.ascent.journey;

import app.ascent.migration.EntityProgress;
import app.ascent.migration.EntityStatus;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counters of a run over all its entity types, with the arithmetic people check by hand.
 *
 * @param expected null until every type was counted; it follows when more is pulled than was expected
 */
public record Totals(
        @Nullable Long expected,
        long pulled,
        long loaded,
        long created,
        long updated,
        long unchanged,
        long linked,
        long skipped,
        long failed,
        long warnings,
        boolean done) {

    public static Totals of(Collection<EntityProgress> entities) {
        Long expected = entities.isEmpty() ? null : Long.valueOf(0);
        Totals sum = new Totals(null, 0, 0, 0, 0, 0, 0, 0, 0, 0, true);
        for (EntityProgress each : entities) {
            Long own = expected(each);
            expected = expected == null || own == null ? null : Long.valueOf(expected + own);
            sum = sum.plus(each);
        }
        return new Totals(
                expected,
                sum.pulled,
                sum.loaded,
                sum.created,
                sum.updated,
                sum.unchanged,
                sum.linked,
                sum.skipped,
                sum.failed,
                sum.warnings,
                sum.done && !entities.isEmpty());
    }

    public static Totals of(EntityProgress entity) {
        return of(List.of(entity));
    }

    public static @Nullable Long expected(EntityProgress entity) {
        Long expected = entity.expected();
        // Of one that could not be read no more is to come.
        return entity.reason() != null
                ? Long.valueOf(entity.pulled())
                : expected == null ? null : Long.valueOf(Math.max(expected, entity.pulled()));
    }

    public long handled() {
        return loaded + skipped + failed;
    }

    /** Rounded down, and 100 only when everything is done; null while nobody knows how many there are. */
    @Nullable
    public Integer percent() {
        if (done) {
            return 100;
        }
        if (expected == null) {
            return null;
        }
        return expected == 0 ? 0 : (int) Math.min(99, handled() * 100 / expected);
    }

    /** How many records fewer came than Autotask had counted; to be asked when everything is done. */
    public long fewer() {
        return expected == null ? 0 : expected - pulled;
    }

    /** By how many records the sums are off; 0 as long as nothing was lost. */
    public long missing() {
        return Math.abs(pulled - handled()) + Math.abs(loaded - created - updated - unchanged - linked);
    }

    private Totals plus(EntityProgress other) {
        return new Totals(
                null,
                pulled + other.pulled(),
                loaded + other.loaded(),
                created + other.created(),
                updated + other.updated(),
                unchanged + other.unchanged(),
                linked + other.linked(),
                skipped + other.skipped(),
                failed + other.failed(),
                warnings + other.warnings(),
                done && (other.status() == EntityStatus.DONE || other.reason() != null));
    }
}
