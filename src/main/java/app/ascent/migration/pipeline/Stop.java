package app.ascent.migration.pipeline;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Ends the threads of one execution. It interrupts them only while they wait for the source or for each other: an
 * interrupt in the middle of a statement would close the thread's database connection.
 */
final class Stop {

    private final Set<Thread> waiting = new HashSet<>();
    private boolean requested;

    synchronized void request() {
        requested = true;
        waiting.forEach(Thread::interrupt);
    }

    synchronized boolean requested() {
        return requested;
    }

    /** Throws when the execution is to end. */
    void check() throws InterruptedException {
        if (requested()) {
            throw new InterruptedException("The execution is to end");
        }
    }

    /** Does something that may be interrupted. */
    <T> T during(Callable<T> work) throws Exception {
        enter();
        try {
            return work.call();
        } finally {
            leave();
        }
    }

    private synchronized void enter() throws InterruptedException {
        check();
        waiting.add(Thread.currentThread());
    }

    private synchronized void leave() {
        waiting.remove(Thread.currentThread());
        if (requested) {
            Thread.interrupted();
        }
    }
}
