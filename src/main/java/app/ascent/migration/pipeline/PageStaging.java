package app.ascent.migration.pipeline;

import app.ascent.migration.decision.ValueCounts;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.Pulled;
import app.ascent.migration.spi.RunContext;
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

    /** Where the pull stands after a page. */
    record Position(PullSegment segment, long fresh) {}

    private final Notices notices;
    private final PullCheckpoints pulls;
    private final PullSegments segments;
    private final LoadCheckpoints loads;
    private final StagedRecords staging;
    private final ValueCounts values;
    private final LookupOwners owners;
    private final Fence fence;
    private final TransactionOperations transactions;
    private final Clock clock;

    PageStaging(
            Notices notices,
            PullCheckpoints pulls,
            PullSegments segments,
            LoadCheckpoints loads,
            StagedRecords staging,
            ValueCounts values,
            LookupOwners owners,
            Fence fence,
            TransactionOperations transactions,
            Clock clock) {
        this.notices = notices;
        this.pulls = pulls;
        this.segments = segments;
        this.loads = loads;
        this.staging = staging;
        this.values = values;
        this.owners = owners;
        this.fence = fence;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Empty when the type was refused meanwhile: loading has gone by what was there then.
     *
     * @param counted how many records the source counted of the whole type; asked for with its last page
     */
    Optional<Position> stage(Lease lease, Pulled entity, SegmentId id, SourcePage page, long counted) {
        EntityType type = entity.type();
        return transactions.execute(status -> {
            fence.hold(lease);
            StagedRecords.Staged staged = entity instanceof LookupTable<?>
                    ? staging.putApart(lease.run(), type, page.rows())
                    : staging.put(lease.run(), type, page.rows());
            if (entity instanceof EntityMigration<?, ?> migrated) {
                values.add(lease.run(), migrated, staged.came(), staged.replaced());
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
            PullSegment segment = segments.lock(id);
            boolean last = page.last()
                    && (staged.fresh() == 0
                            || page.next() == null
                            || complete(lease.run(), entity, checkpoint, segment, staged, page, counted));
            // What came behind the last record comes again when that is asked for.
            long unreadable = page.unreadable() - (last ? 0 : page.unreadableAtEnd());
            segment.staged(Extraction.highest(page), page.next(), staged.fresh(), unreadable, last);
            boolean all = segment.done() && othersDone(id);
            checkpoint.staged(staged.fresh(), unreadable, all, clock.instant());
            if (all) {
                Long expected = checkpoint.expected();
                notices.pulled(lease.run(), type, ofThePull(entity, checkpoint, expected == null ? counted : expected));
            }
            return Optional.of(new Position(segment, staged.fresh()));
        });
    }

    /** Whether as much came as was counted; of what nobody counted by itself, the source is believed. */
    private static boolean complete(
            RunContext run,
            Pulled entity,
            PullCheckpoint checkpoint,
            PullSegment segment,
            StagedRecords.Staged staged,
            SourcePage page,
            long counted) {
        long now = staged.fresh() + page.unreadable();
        Long expected = segment.expected();
        if (expected != null) {
            return segment.pulled() + segment.unreadable() + now >= expected;
        }
        boolean everything = segment.id().wave() == entity.waves(run.scope()).size() - 1;
        return !everything || checkpoint.pulled() + checkpoint.unreadable() + now >= counted;
    }

    private boolean othersDone(SegmentId id) {
        return segments.findByType(id.runId(), id.entity()).stream()
                .filter(other -> !other.id().equals(id))
                .allMatch(PullSegment::done);
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
