package app.ascent.audit;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps whoever tries again and again from filling the log: the same is told once in a while, of one user
 * or place only so much in an hour, so that nobody crowds out what is told of others, and of everything together only so
 * much. It counts in this node's memory, which is bounded.
 */
final class Seldom {

    private static final int REMEMBERED = 10_000;

    private final Duration pause;
    private final Bucket hour;
    private final int perHourOfOne;
    private final Map<Object, Instant> told = new Remembered<>();
    private final Map<Object, Bucket> hours = new Remembered<>();

    Seldom(Duration pause, int perHour, int perHourOfOne) {
        this.pause = pause;
        this.hour = bucket(perHour);
        this.perHourOfOne = perHourOfOne;
    }

    /** Forgets its eldest. */
    @SuppressWarnings("serial") // never written to a stream
    private static final class Remembered<T> extends LinkedHashMap<Object, T> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, T> eldest) {
            return size() > REMEMBERED;
        }
    }

    /**
     * Is it time to tell this? Who is answered yes has told it.
     *
     * @param whose the user or the place it is about
     */
    synchronized boolean isTime(Object whose, Object what, Instant now) {
        Instant last = told.get(what);
        if (last != null && now.isBefore(last.plus(pause))
                || !hours.computeIfAbsent(whose, _ -> bucket(perHourOfOne)).tryConsume(1)
                || !hour.tryConsume(1)) {
            return false;
        }
        told.remove(what); // so that it counts as the youngest
        told.put(what, now);
        return true;
    }

    private static Bucket bucket(int perHour) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, Duration.ofHours(1)))
                .build();
    }
}
