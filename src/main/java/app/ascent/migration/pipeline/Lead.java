package app.ascent.migration.pipeline;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far pulling of one entity type is ahead of its loading, within one execution. */
final class Lead {

    /** Records lie ready up to this source id; {@code done} when no further ones come. */
    record Extent(long upTo, boolean done) {}

    /** A question to the source. */
    interface Counting<T> {
        T ask() throws InterruptedException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final ReentrantLock counting = new ReentrantLock();
    private final int pages;
    private long upTo;
    private boolean done;
    private boolean refused;
    private long waiting;
    private long largestPage = 1;

    Lead(int pages, PullCheckpoint pull, LoadCheckpoint load) {
        this.pages = pages;
        this.upTo = pull.cursor().after();
        this.refused = pull.refusal() != null;
        this.done = pull.done() || refused;
        this.waiting = pull.pulled() - load.tally().handled();
    }

    /** Of what nobody loads: pulling need not wait for anyone. */
    Lead(PullCheckpoint pull) {
        this.pages = Integer.MAX_VALUE;
        this.upTo = pull.cursor().after();
        this.done = pull.done();
    }

    /** Asks the source for what is counted once, whichever thread wants to know it first. */
    <T> T counting(Counting<T> count) throws InterruptedException {
        counting.lockInterruptibly();
        try {
            return count.ask();
        } finally {
            counting.unlock();
        }
    }

    /** Waits until pulling is not too far ahead; answers whether it goes on at all. */
    boolean awaitRoom() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting >= pages * largestPage && !refused) {
                moved.await();
            }
            return !refused;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something behind that id, or nothing more comes. */
    Extent awaitWork(long after) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (upTo <= after && !done) {
                moved.await();
            }
            return new Extent(upTo, done);
        } finally {
            lock.unlock();
        }
    }

    void pulled(long nowUpTo, long rows, boolean last) {
        move(() -> {
            upTo = nowUpTo;
            waiting += rows;
            largestPage = Math.max(largestPage, rows);
            done = last || refused;
        });
    }

    /** Nothing more is pulled. */
    void refused() {
        move(() -> {
            refused = true;
            done = true;
        });
    }

    void handled(long records) {
        move(() -> waiting -= records);
    }

    private void move(Runnable change) {
        lock.lock();
        try {
            change.run();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
