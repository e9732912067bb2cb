package app.ascent.migration.pipeline;

import app.ascent.migration.decision.ValueCounts;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.Pulled;
import app.ascent.migration.spi.SourcePage;
import app.ascent.migration.spi.SourcePlan.Notice;
import app.ascent.migration.staging.StagedRecords;
import app.ascent.migration.staging.Tally;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Stages one page in one transaction, which begins with the fence and ends with the checkpoints of type and segment. */
@Component
class PageStaging {

    /**
     * Where the pull stands after a page.
     *
     * @param again ranges that are asked once more, since fewer came than were counted
     */
    record Position(PullSegment segment, long fresh, List<PullSegment> again) {}

    private final EntityMigrations entities;
    private final Notices notices;
    private final PullCheckpoints pulls;
    private final PullSegments segments;
    private final LoadCheckpoints loads;
    private final StagedRecords staging;
    private final ValueCounts values;
    private final LookupOwners owners;
    private final ContentCounts counts;
    private final Fence fence;
    private final TransactionOperations transactions;
    private final Clock clock;

    PageStaging(
            EntityMigrations entities,
            Notices notices,
            PullCheckpoints pulls,
            PullSegments segments,
            LoadCheckpoints loads,
            StagedRecords staging,
            ValueCounts values,
            LookupOwners owners,
            ContentCounts counts,
            Fence fence,
            TransactionOperations transactions,
            Clock clock) {
        this.entities = entities;
        this.notices = notices;
        this.pulls = pulls;
        this.segments = segments;
        this.loads = loads;
        this.staging = staging;
        this.values = values;
        this.owners = owners;
        this.counts = counts;
        this.fence = fence;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Empty when the type was refused meanwhile: loading has gone by what was there then. The segment is locked first, so that
     * nobody cuts it while a page of it is staged: what was asked for before a cut and lies beyond is left to the other range, or
     * both would write the same records.
     *
     * @param counted how many records the source counted of the whole type; asked for with its last page
     */
    Optional<Position> stage(Lease lease, Pulled entity, SegmentId id, SourcePage asked, long counted) {
        EntityType type = entity.type();
        return transactions.execute(status -> {
            fence.hold(lease);
            PullSegment segment = segments.lock(id);
            SourcePage page = asked.within(segment.segment());
            StagedRecords.Staged staged = entity instanceof LookupTable<?>
                    ? staging.putApart(lease.run(), type, page.rows())
                    : staging.put(lease.run(), type, page.rows());
            if (entity instanceof EntityMigration<?, ?> migrated) {
                values.add(lease.run(), migrated, staged.came(), staged.replaced());
                counts.put(lease.run(), migrated, page.rows());
            }
            if (entity instanceof LookupTable<?> table) {
                owners.put(lease.run(), table, page.rows());
            }
            if (!staged.withdrawn().equals(Tally.NONE)) {
                loads.lock(id.checkpoint()).withdraw(staged.withdrawn());
            }
            PullCheckpoint checkpoint = pulls.lock(id.checkpoint());
            if (checkpoint.refusal() != null) {
                status.setRollbackOnly();
                return Optional.empty();
            }
            boolean sure = page.last() && (staged.fresh() == 0 || page.next() == null);
            boolean last = sure || page.last() && believed(lease, entity, checkpoint, segment, staged, page, counted);
            // What came behind the last record comes again when that is asked for.
            long unreadable = page.unreadable() - (last ? 0 : page.unreadableAtEnd());
            segment.staged(Extraction.highest(asked), page.next(), staged.fresh(), unreadable);
            if (last) {
                segment.end(sure);
            }
            checkpoint.staged(staged.fresh(), unreadable, clock.instant());
            List<PullSegment> again = segment.done() && segments.open(id.runId(), id.entity()) == 0
                    ? end(lease, entity, checkpoint, segment, counted)
                    : List.of();
            return Optional.of(new Position(segment, staged.fresh(), again));
        });
    }

    /**
     * Whether the source is believed that nothing follows: as long as other ranges come, and when as many records came as it
     * counted. Nobody counts what an earlier wave has.
     */
    private boolean believed(
            Lease lease,
            Pulled entity,
            PullCheckpoint checkpoint,
            PullSegment segment,
            StagedRecords.Staged staged,
            SourcePage page,
            long counted) {
        boolean everything = segment.id().wave()
                == entities.waves(entity, lease.run().scope()).last();
        return !everything
                || checkpoint.pulled() + checkpoint.unreadable() + staged.fresh() + page.unreadable() >= counted
                || segments.open(segment.id().runId(), segment.id().entity()) > 1;
    }

    /** Where fewer came than were counted, those ranges are asked once more of which nobody did so yet: they are answered. */
    private List<PullSegment> end(
            Lease lease, Pulled entity, PullCheckpoint checkpoint, PullSegment segment, long counted) {
        Long expected = checkpoint.expected();
        long all = expected == null ? counted : expected;
        SegmentId id = segment.id();
        if (checkpoint.pulled() + checkpoint.unreadable() < all) {
            List<PullSegment> again = segments.unconfirmed(id.runId(), id.entity(), id.wave());
            again.forEach(PullSegment::askOnceMore);
            if (!again.isEmpty()) {
                return again;
            }
        }
        if (entity.follows()) {
            checkpoint.expect(Math.max(all, checkpoint.pulled()), checkpoint.leftOut());
        }
        checkpoint.end();
        notices.pulled(lease.run(), entity.type(), ofThePull(entity, checkpoint, all));
        return List.of();
    }

    private static List<Notice> ofThePull(Pulled entity, PullCheckpoint checkpoint, long counted) {
        List<Notice> notices = new ArrayList<>();
        long sent = checkpoint.pulled() + checkpoint.unreadable();
        if (sent < counted) {
            notices.add(entity.fewer(counted, sent));
        }
        if (checkpoint.unreadable() > 0) {
            notices.add(entity.unreadable(checkpoint.unreadable()));
        }
        return notices;
    }
}
