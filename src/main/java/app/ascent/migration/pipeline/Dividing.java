package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.SourcePage;
import app.ascent.migration.spi.SourceRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Cuts a large type in two ranges of ids, which are pulled side by side. Where the middle lies nobody tells: ids are sparse,
 * and begin anywhere. It is guessed from how dense they lie at the end of a page, and the source counts what lies above:
 * docs/adr/051.
 */
@Component
class Dividing {

    private static final Logger log = LoggerFactory.getLogger(Dividing.class);

    /** A question more than this would cost more than a lopsided cut. */
    private static final int GUESSES = 3;

    private record Cut(long at, long above) {}

    private final Planning planning;
    private final PullCheckpoints pulls;
    private final PullSegments segments;
    private final Fence fence;
    private final TransactionOperations transactions;

    Dividing(
            Planning planning,
            PullCheckpoints pulls,
            PullSegments segments,
            Fence fence,
            TransactionOperations transactions) {
        this.planning = planning;
        this.pulls = pulls;
        this.segments = segments;
        this.fence = fence;
        this.transactions = transactions;
    }

    /**
     * Answers the segment as it is from now on.
     *
     * @param page the one that was staged last
     */
    PullSegment divide(Work work, EntityMigration<?, ?> entity, PullSegment segment, SourcePage page)
            throws InterruptedException {
        boolean everything =
                segment.id().wave() == entity.waves(work.run().scope()).size() - 1;
        if (!everything
                || segment.expected() != null
                || segment.done()
                || !segment.segment().open()) {
            return segment;
        }
        long remaining = planning.count(work, entity)
                - pulls.get(segment.id().checkpoint()).pulled();
        if (remaining < work.properties().divideFrom()) {
            return segment;
        }
        Optional<Cut> cut = find(work, entity, segment.readUpTo(), step(page), remaining);
        return cut.isEmpty() ? segment : cut(work, entity, segment.id(), cut.get(), remaining);
    }

    /** Ids a record, in the second half of the page: a gap before it says nothing of what follows. */
    private static double step(SourcePage page) {
        List<Long> ids = page.rows().stream()
                .map(SourceRow::id)
                .map(id -> id.value())
                .sorted()
                .toList();
        int middle = ids.size() / 2;
        return middle >= ids.size() - 1
                ? 1
                : Math.max(1, (double) (ids.getLast() - ids.get(middle)) / (ids.size() - 1 - middle));
    }

    private static Optional<Cut> find(Work work, EntityMigration<?, ?> entity, long after, double step, long remaining)
            throws InterruptedException {
        double distance = Math.max(1, step * remaining / 2);
        Optional<Cut> found = Optional.empty();
        for (int guess = 0; guess < GUESSES; guess++) {
            long at = after + (long) Math.min(distance, (Long.MAX_VALUE - Math.max(0, after)) / 4.0);
            OptionalLong above = work.waitFor(() -> entity.above(work.run(), at));
            if (above.isEmpty()) {
                return Optional.empty();
            }
            double share = (double) above.getAsLong() / remaining;
            if (share > 0.1 && share < 0.9) {
                found = Optional.of(new Cut(at, above.getAsLong()));
            }
            if (share > 0.35 && share < 0.65) {
                return found;
            }
            // Next to nothing above: far too high. Next to all: as many steps further as half of them need.
            distance *= share <= 0.02 ? 1 / 16.0 : share >= 0.98 ? 16 : 0.5 / (1 - share);
        }
        return found;
    }

    private PullSegment cut(Work work, EntityMigration<?, ?> entity, SegmentId id, Cut cut, long remaining) {
        Optional<PullSegment> upper = transactions.execute(status -> {
            fence.hold(work.lease());
            pulls.lock(id.checkpoint());
            PullSegment lower = segments.lock(id);
            if (lower.readUpTo() >= cut.at() || lower.done()) {
                return Optional.empty();
            }
            long below = lower.pulled() + Math.max(0, remaining - cut.above());
            int ordinal = segments.findByType(id.runId(), id.entity()).size();
            return Optional.of(segments.save(lower.cut(cut.at(), below, cut.above(), ordinal)));
        });
        if (upper.isPresent()) {
            log.info("Pulling {} in two ranges, {} records above ID {}", entity.type(), cut.above(), cut.at());
            work.lead(entity.type()).divided(upper.get());
            work.pulling().begin(work, entity, upper.get().id());
        }
        return segments.get(id);
    }
}
