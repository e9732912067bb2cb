package app.ascent.migration.pipeline;

import app.ascent.migration.spi.Segment;
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

    /** What a thread that pulls does next. */
    sealed interface Turn {

        /** Pulls this range, which nobody else does. */
        record Pull(SegmentId segment) implements Turn {}

        /**
         * Takes over a part of what another thread is pulling.
         *
         * @param step ids a record, where that thread is now
         * @param room records that may lie ready
         * @param seen how many pages had come by then
         */
        record Share(SegmentId segment, double step, long room, long seen) implements Turn {}

        /** Leaves the rest to others. */
        record Over() implements Turn {}
    }

    /** One range. */
    private static final class Stretch {

        private final SegmentId id;
        private long reads;
        private long upTo;
        private boolean done;
        private boolean taken;
        private long waiting;
        private double step;

        private Stretch(PullSegment segment) {
            this.id = segment.id();
            this.waiting = segment.pulled();
            moveTo(segment);
        }

        private void moveTo(PullSegment segment) {
            reads = segment.readUpTo();
            upTo = segment.segment().upTo();
            done = segment.done();
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final ReentrantLock counting = new ReentrantLock();

    /** By the ids behind which they begin. */
    private final TreeMap<Long, Stretch> stretches = new TreeMap<>();

    private final long pages;
    private boolean refused;
    private long largestPage = 1;
    private long came;

    Lead(int pages, PullCheckpoint pull, LoadCheckpoint load, List<PullSegment> segments) {
        this.pages = pages;
        this.refused = pull.refusal() != null;
        segments.forEach(this::open);
        long before = pull.pulled() - waiting(Long.MAX_VALUE);
        handled(load.tally().handled() - before);
    }

    /** Of what nobody loads: pulling need not wait for anyone. */
    Lead(List<PullSegment> segments) {
        this.pages = Integer.MAX_VALUE;
        segments.forEach(this::open);
    }

    private Stretch open(PullSegment segment) {
        Stretch stretch = new Stretch(segment);
        stretches.put(segment.segment().after(), stretch);
        return stretch;
    }

    /**
     * What a thread that has nothing to pull does; waits while there may be something to share and no page has come that would
     * tell where.
     *
     * @param seen how many pages had come when it last looked for a part to take over
     */
    Turn turn(long seen) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                if (refused || stretches.values().stream().allMatch(this::ended)) {
                    return new Turn.Over();
                }
                for (Stretch stretch : stretches.values()) {
                    if (!stretch.done && !stretch.taken) {
                        stretch.taken = true;
                        return new Turn.Pull(stretch.id);
                    }
                }
                for (Stretch stretch : stretches.values()) {
                    if (!stretch.done && stretch.step > 0 && came > seen) {
                        return new Turn.Share(stretch.id, stretch.step, pages * largestPage, came);
                    }
                }
                moved.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A range was cut in two, and this is the upper one; whoever cut it pulls it. */
    void divided(PullSegment upper) {
        move(() -> open(upper).taken = true);
    }

    /** These came to their ends too early, it seems, and are asked once more. */
    void reopened(List<PullSegment> again) {
        move(() -> again.forEach(segment -> {
            Stretch stretch = stretch(segment);
            stretch.done = false;
            stretch.taken = false;
        }));
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
    boolean awaitRoom(Segment range) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting(range.after()) >= pages * largestPage && !refused) {
                moved.await();
            }
            return !refused;
        } finally {
            lock.unlock();
        }
    }

    private long waiting(long upToRange) {
        return stretches.headMap(upToRange, true).values().stream()
                .mapToLong(stretch -> stretch.waiting)
                .sum();
    }

    /** Waits until nothing more comes. */
    void awaitEnd() throws InterruptedException {
        awaitWork(Segment.OPEN);
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
            if (!ended(stretch)) {
                return new Extent(upTo, refused);
            }
        }
        return new Extent(upTo, true);
    }

    /** A range that was cut may come to its end before whoever cut it has told of the other one. */
    private boolean ended(Stretch stretch) {
        return stretch.done && (stretch.upTo == Segment.OPEN || stretches.containsKey(stretch.upTo));
    }

    /** @param step ids a record, at the end of the page */
    void pulled(PullSegment segment, long rows, double step) {
        move(() -> {
            Stretch stretch = stretch(segment);
            stretch.moveTo(segment);
            stretch.waiting += rows;
            stretch.step = step;
            largestPage = Math.max(largestPage, rows);
            came++;
        });
    }

    private Stretch stretch(PullSegment segment) {
        Stretch stretch = stretches.get(segment.segment().after());
        if (stretch == null) {
            throw new IllegalStateException("There is no segment " + segment.id() + " in this wave");
        }
        return stretch;
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
