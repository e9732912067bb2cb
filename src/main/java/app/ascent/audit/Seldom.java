package app.ascent.audit;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps whoever tries again and again from filling the log: the same is told once in a while, and of everything together
 * only so much in an hour. It counts in this node's memory, which is bounded.
 */
final class Seldom {

    private static final int REMEMBERED = 10_000;

    private final Duration pause;
    private final Bucket hour;
    private final Map<Object, Instant> told = new LinkedHashMap<>(16, 0.75f, false) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    Seldom(Duration pause, int perHour) {
        this.pause = pause;
        this.hour = Bucket.builder()
                .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, Duration.ofHours(1)))
                .build();
    }

    /** Is it time to tell this? Who is answered yes has told it. */
    synchronized boolean isTime(Object what, Instant now) {
        Instant last = told.get(what);
        if (last != null && now.isBefore(last.plus(pause)) || !hour.tryConsume(1)) {
            return false;
        }
        told.remove(what); // so that it counts as the youngest
        told.put(what, now);
        return true;
    }
}
