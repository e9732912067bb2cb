package app.ascent.autotask.throttling;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/**
 * The queue of this process for the slots of an endpoint. The ledger keeps the limit over all nodes; here threads of one
 * node wait for each other without asking the database again and again.
 */
final class Slots {

    private final ConcurrentMap<Endpoint, Semaphore> semaphores = new ConcurrentHashMap<>();

    private record Endpoint(long database, String name) {}

    /** Leave to be in flight, until released. */
    @FunctionalInterface
    interface Slot {
        void release();
    }

    /** Waits its turn, first come, first served. */
    Slot take(long database, String endpoint) throws InterruptedException {
        Semaphore semaphore = semaphores.computeIfAbsent(
                new Endpoint(database, endpoint), _ -> new Semaphore(CallLedger.CALLS_IN_FLIGHT, true));
        semaphore.acquire();
        return semaphore::release;
    }
}
