package app.ascent.journey;

import app.ascent.importing.AutotaskEntities;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;

/**
 * What an import will take: pages of 500 records, a few calls for each entity's count, rights, picklists and last page, and the
 * look-ups, of which nobody knows beforehand how many pages they have.
 */
public final class Estimate {

    public static final int PAGE = 500;

    private static final int CALLS_PER_ENTITY = 4;
    private static final int CALLS_PER_LOOKUP = 2;

    /** A full page takes longer than the small answers a test sees. */
    private static final int WEIGHT = 2;

    private Estimate() {}

    public static long pages(long records) {
        return Math.ceilDiv(Math.max(0, records), PAGE);
    }

    public static long calls(Collection<Long> counts, AutotaskEntities entities) {
        return counts.stream().mapToLong(Estimate::pages).sum()
                + (long) CALLS_PER_ENTITY * entities.all().size()
                + (long) CALLS_PER_LOOKUP * entities.lookups();
    }

    /** Entity types are pulled side by side, so the largest decides; never less than a minute. */
    public static long minutes(Collection<Long> counts, Duration smallAnswer) {
        long pages = counts.isEmpty() ? 0 : pages(Collections.max(counts));
        long millis = pages * WEIGHT * smallAnswer.toMillis();
        return Math.max(1, Math.ceilDiv(millis, 60_000L));
    }
}
