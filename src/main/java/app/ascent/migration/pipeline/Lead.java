package app.ascent.migration.pipeline;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How far pulling of one entity type is ahead of its loading, within one wave of an execution. Ranges of ids are pulled side
 * by side and loaded one behind the other, so that what lies ready is bounded by the lowest one that is not yet at its end.
 */
final class Lead {

    /** Records lie ready up to this source id; {@code done} when no further ones come. */
    record Extent(long upTo, boolean done) {}

    /** A question to the source. */
    interface Counting<T> {
        T ask() throws InterruptedException;
    }

    /** One range. */
    private static final class Stretch {

        private long reads;
        private boolean done;
        private long waiting;

        private Stretch(PullSegment segment) {
            this.reads = segment.readUpTo();
            this.done = segment.done();
            this.waiting = segment.pulled();
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final ReentrantLock counting = new ReentrantLock();
    private final TreeMap<Integer, Stretch> stretches = new TreeMap<>();
    private final long pages;
    private boolean refused;
    private long largestPage = 1;

    Lead(int pages, PullCheckpoint pull, LoadCheckpoint load, List<PullSegment> segments) {
        this.pages = pages;
        this.refused = pull.refusal() != null;
        segments.forEach(this::open);
        long before = pull.pulled() - waiting(Integer.MAX_VALUE);
        handled(load.tally().handled() - before);
    }

    /** Of what nobody loads: pulling need not wait for anyone. */
    Lead(List<PullSegment> segments) {
        this.pages = Integer.MAX_VALUE;
        segments.forEach(this::open);
    }

    private void open(PullSegment segment) {
        stretches.put(segment.id().ordinal(), new Stretch(segment));
    }

    /** A range was cut in two, and this is the upper one. */
    void divided(PullSegment upper) {
        move(() -> open(upper));
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

    /**
     * Waits until pulling is not too far ahead; answers whether it goes on at all. A range waits for what lies ready in it and
     * below it alone: were the lowest to wait for what a higher one has brought, loading would wait for it, and it for loading.
     */
    boolean awaitRoom(int ordinal) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting(ordinal) >= pages * largestPage && !refused) {
                moved.await();
            }
            return !refused;
        } finally {
            lock.unlock();
        }
    }

    private long waiting(int ordinal) {
        return stretches.headMap(ordinal, true).values().stream()
                .mapToLong(stretch -> stretch.waiting)
                .sum();
    }

    /** Waits until there is something behind that id, or nothing more comes. */
    Extent awaitWork(long after) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Extent extent = extent();
            while (extent.upTo() <= after && !extent.done()) {
                moved.await();
                extent = extent();
            }
            return extent;
        } finally {
            lock.unlock();
        }
    }

    private Extent extent() {
        long upTo = Long.MIN_VALUE;
        for (Stretch stretch : stretches.values()) {
            upTo = Math.max(upTo, stretch.reads);
            if (!stretch.done) {
                return new Extent(upTo, refused);
            }
        }
        return new Extent(upTo, true);
    }

    void pulled(PullSegment segment, long rows) {
        move(() -> {
            Stretch stretch = stretches.get(segment.id().ordinal());
            if (stretch == null) {
                throw new IllegalStateException("There is no segment " + segment.id() + " in this wave");
            }
            stretch.reads = segment.readUpTo();
            stretch.done = segment.done();
            stretch.waiting += rows;
            largestPage = Math.max(largestPage, rows);
        });
    }

    /** Nothing more is pulled. */
    void refused() {
        move(() -> refused = true);
    }

    /** Loading goes upwards. */
    void handled(long records) {
        move(() -> {
            long left = records;
            for (Stretch stretch : stretches.values()) {
                long of = Math.min(left, Math.max(0, stretch.waiting));
                stretch.waiting -= of;
                left -= of;
            }
        });
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
