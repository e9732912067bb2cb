package app.ascent.autotask.throttling;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/**
 * Calls in flight at an endpoint, of this process: Autotask refuses the fourth, and lets go of one a little after its
 * answer. One node works on a run at a time, so this holds for a migration; whoever wants the limit over all nodes puts
 * it here.
 */
final class Slots {

    private static final int CALLS_IN_FLIGHT = 2;

    private final ConcurrentMap<Endpoint, Semaphore> semaphores = new ConcurrentHashMap<>();

    private record Endpoint(long database, String name) {}

    /** Leave to be in flight, until released. */
    @FunctionalInterface
    interface Slot {
        void release();
    }

    /** Waits its turn, first come, first served. */
    Slot take(long database, String endpoint) throws InterruptedException {
        Semaphore semaphore =
                semaphores.computeIfAbsent(new Endpoint(database, endpoint), _ -> new Semaphore(CALLS_IN_FLIGHT, true));
        semaphore.acquire();
        return semaphore::release;
    }
}
