package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityMigration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Cuts what one thread is pulling in two ranges of ids, so that another one takes the upper. How far the lower one goes is told
 * by how dense ids lie where it is now; should that be wrong, the rest is cut again: docs/adr/060.
 */
@Component
class Dividing {

    private static final Logger log = LoggerFactory.getLogger(Dividing.class);

    /** Of what is left, so that the last parts are small, and both threads end together. */
    private static final int SHARE = 4;

    /** However ids lie, no more cuts than one for so many pages. */
    private static final int PAGES_A_CUT = 4;

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

    /** Records of the type that have not come; where no other thread is pulling, all of them are in the range of that one. */
    long remaining(Work work, EntityMigration<?, ?> entity, CheckpointId id) throws InterruptedException {
        long counted = planning.count(work, entity);
        PullCheckpoint pull = pulls.get(id);
        return counted - pull.pulled() - pull.unreadable();
    }

    /** Answers the upper range; empty when the lower one has come too far meanwhile. */
    Optional<SegmentId> divide(Work work, EntityMigration<?, ?> entity, Lead.Turn.Share share, long remaining) {
        long part = Math.max(work.properties().divideFrom() / 2, Math.min(remaining, share.room()) / SHARE);
        Optional<PullSegment> upper = transactions.execute(status -> {
            fence.hold(work.lease());
            PullSegment lower = segments.lock(share.segment());
            PullCheckpoint pull = pulls.lock(share.segment().checkpoint());
            int ranges =
                    Math.toIntExact(segments.count(pull.id().runId(), pull.id().entity()));
            long at = lower.middle((long) Math.min(share.step() * part, Long.MAX_VALUE / 4.0));
            return lower.done() || at <= lower.readUpTo() || ranges > 1 + pull.pages() / PAGES_A_CUT
                    ? Optional.empty()
                    : Optional.of(segments.save(lower.cut(at, ranges)));
        });
        upper.ifPresent(range -> {
            log.info(
                    "Pulling {} in two ranges, from ID {} on beside what is left below",
                    entity.type(),
                    range.segment().after() + 1);
            work.lead(entity.type()).divided(range);
        });
        return upper.map(PullSegment::id);
    }
}
