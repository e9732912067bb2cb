package app.ascent.journey;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;

/** What an import will take: pages of 500 records, and a few calls for counts, rights and picklists. */
public final class Estimate {

    public static final int PAGE = 500;

    /** Calls a run makes beside its pages. */
    private static final int REST = 12;

    /** A full page takes longer than the small answers a test sees. */
    private static final int WEIGHT = 2;

    private Estimate() {}

    public static long pages(long records) {
        return Math.ceilDiv(Math.max(0, records), PAGE);
    }

    public static long calls(Collection<Long> counts) {
        return counts.stream().mapToLong(Estimate::pages).sum() + REST;
    }

    /** Entity types are pulled side by side, so the largest decides; never less than a minute. */
    public static long minutes(Collection<Long> counts, Duration smallAnswer) {
        long pages = counts.isEmpty() ? 0 : pages(Collections.max(counts));
        long millis = pages * WEIGHT * smallAnswer.toMillis();
        return Math.max(1, Math.ceilDiv(millis, 60_000L));
    }
}
