package app.ascent.migration.pipeline;

import app.ascent.database.Courtesy;
import app.ascent.migration.decision.ValueCounts;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.Pulled;
import app.ascent.migration.spi.SourceCursor;
import app.ascent.migration.spi.SourceFailure;
import app.ascent.migration.spi.SourcePage;
import app.ascent.migration.spi.SourcePlan.Notice;
import app.ascent.migration.spi.SourceRow;
import app.ascent.migration.staging.StagedRecords;
import app.ascent.migration.staging.Tally;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Pulls all records of one type into staging, page by page. */
@Component
class Extraction {

    private static final Logger log = LoggerFactory.getLogger(Extraction.class);

    /** Where the pull stands after a page. */
    private record Position(PullCheckpoint checkpoint, long fresh) {}

    private final Planning planning;
    private final Notices notices;
    private final PullCheckpoints pulls;
    private final LoadCheckpoints loads;
    private final StagedRecords staging;
    private final ValueCounts values;
    private final LookupOwners owners;
    private final Fence fence;
    private final TransactionOperations transactions;
    private final PipelineMeters meters;
    private final Courtesy courtesy;
    private final Clock clock;

    Extraction(
            Planning planning,
            Notices notices,
            PullCheckpoints pulls,
            LoadCheckpoints loads,
            StagedRecords staging,
            ValueCounts values,
            LookupOwners owners,
            Fence fence,
            TransactionOperations transactions,
            PipelineMeters meters,
            Courtesy courtesy,
            Clock clock) {
        this.planning = planning;
        this.notices = notices;
        this.pulls = pulls;
        this.loads = loads;
        this.staging = staging;
        this.values = values;
        this.owners = owners;
        this.fence = fence;
        this.transactions = transactions;
        this.meters = meters;
        this.courtesy = courtesy;
        this.clock = clock;
    }

    void extract(Work work, Pulled entity) throws InterruptedException {
        PullCheckpoint checkpoint = pulls.get(CheckpointId.of(work.run().run(), entity.type()));
        if (!checkpoint.over()) {
            try (NextPage next = new NextPage(work, entity)) {
                next.ask(checkpoint.cursor());
                checkpoint = stageAll(work, entity, next, checkpoint);
            }
        }
        log.info("Pulled {} {}", checkpoint.pulled(), entity.type());
    }

    /**
     * The source is asked for the next page while one is written. When it says that there is no further one, though fewer
     * came than it counted, it is asked once more.
     */
    private PullCheckpoint stageAll(Work work, Pulled entity, NextPage next, PullCheckpoint from)
            throws InterruptedException {
        PullCheckpoint checkpoint = from;
        while (!checkpoint.over()) {
            Optional<SourcePage> asked = next.await();
            if (asked.isEmpty()) {
                return checkpoint;
            }
            SourcePage page = asked.get();
            long counted = 0;
            if (page.last()) {
                counted = planning.count(work, entity);
            } else {
                if (highest(page) <= checkpoint.cursor().after()) {
                    throw new SourceFailure.Unreadable(
                            "unexpected-answer",
                            "The source sent a page of " + entity.type()
                                    + " that leads no further, and says that more follow.",
                            null);
                }
                next.ask(new SourceCursor(highest(page)));
            }
            work.waitFor(courtesy::giveWay);
            Position position = stage(work.lease(), entity, page, counted);
            checkpoint = position.checkpoint();
            if (page.last() && !checkpoint.over()) {
                next.ask(checkpoint.cursor());
            }
            work.lead(entity.type()).pulled(checkpoint.cursor().after(), position.fresh(), checkpoint.done());
            meters.pulled(entity.type(), position.fresh());
            work.watch().pageCame();
        }
        return checkpoint;
    }

    private Position stage(Lease lease, Pulled entity, SourcePage page, long counted) {
        EntityType type = entity.type();
        return transactions.execute(status -> {
            fence.hold(lease);
            StagedRecords.Staged staged = staging.put(lease.run(), type, page.rows());
            if (entity instanceof EntityMigration<?, ?> migrated) {
                values.add(lease.run(), migrated, staged.came(), staged.replaced());
            }
            if (entity instanceof LookupTable<?> table) {
                owners.put(lease.run(), table, page.rows());
            }
            CheckpointId id = CheckpointId.of(lease.run().run(), type);
            if (!staged.withdrawn().equals(Tally.NONE)) {
                loads.lock(id).withdraw(staged.withdrawn());
            }
            PullCheckpoint checkpoint = pulls.lock(id);
            if (checkpoint.refusal() != null) {
                // Loading has gone by what was there then.
                status.setRollbackOnly();
                return new Position(checkpoint, 0);
            }
            long sent = checkpoint.pulled() + checkpoint.unreadable() + staged.fresh() + page.unreadable();
            boolean done = page.last() && (staged.fresh() == 0 || sent >= counted);
            // What came behind the last record comes again when that is asked for.
            long unreadable = page.unreadable() - (done ? 0 : page.unreadableAtEnd());
            checkpoint.staged(highest(page), staged.fresh(), unreadable, done, clock.instant());
            if (done) {
                notices.pulled(lease.run(), type, ofThePull(entity, checkpoint, counted));
            }
            return new Position(checkpoint, staged.fresh());
        });
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

    private static long highest(SourcePage page) {
        return page.rows().stream()
                .map(SourceRow::id)
                .mapToLong(id -> id.value())
                .max()
                .orElse(Long.MIN_VALUE);
    }
}
