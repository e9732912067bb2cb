package app.ascent.sandbox.web;

import app.ascent.sandbox.SandboxComponent;
import app.ascent.sandbox.SandboxProperties;
import app.ascent.sandbox.tenant.Entity;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Counts the calls of the last hour, to the second, and those in flight to each entity. */
@SandboxComponent
class Usage {

    static final int MINUTES = 60;
    private static final int SECONDS = 60 * MINUTES;
    private static final int THREADS = 3;

    private final SandboxProperties properties;
    private final Clock clock;
    private final int[] perSecond = new int[SECONDS];
    private final Map<Entity, Integer> inFlight = new EnumMap<>(Entity.class);
    private long latest;
    private int ours;

    Usage(SandboxProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.latest = clock.instant().getEpochSecond();
    }

    int threshold() {
        return properties.threshold();
    }

    /** Calls of the last hour, those of other integrations included. */
    synchronized int count() {
        forget();
        return ours + properties.otherCalls();
    }

    /** Counts one call, or refuses it because the hour is used up. */
    synchronized boolean take() {
        if (count() >= properties.threshold()) {
            return false;
        }
        perSecond[(int) (latest % SECONDS)]++;
        ours++;
        return true;
    }

    private void forget() {
        long now = clock.instant().getEpochSecond();
        for (long second = Math.max(latest + 1, now - SECONDS + 1); second <= now; second++) {
            ours -= perSecond[(int) (second % SECONDS)];
            perSecond[(int) (second % SECONDS)] = 0;
        }
        latest = Math.max(latest, now);
    }

    /** Answers come slower from half the threshold on, and slower still from three quarters. */
    Duration delay() {
        double share = count() / (double) properties.threshold();
        double seconds = share < 0.5 ? 0 : share < 0.75 ? 0.5 : 1;
        return Duration.ofMillis((long) (1000 * seconds * properties.delayScale()));
    }

    /** Starts a call; false when as many as allowed are in flight to the entity. */
    synchronized boolean enter(Entity entity) {
        int running = inFlight.getOrDefault(entity, 0);
        if (running >= THREADS) {
            return false;
        }
        inFlight.put(entity, running + 1);
        return true;
    }

    synchronized void leave(Entity entity) {
        inFlight.merge(entity, -1, Integer::sum);
    }
}
