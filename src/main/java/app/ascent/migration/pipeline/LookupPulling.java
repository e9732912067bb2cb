package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.SourceFailure;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Pulls look-ups as records are pulled, save that an import does without one that cannot be read, and says so. */
@Component
class LookupPulling {

    private static final Logger log = LoggerFactory.getLogger(LookupPulling.class);

    private final LookupTables tables;
    private final Extraction extraction;
    private final PullCheckpoints pulls;
    private final PullSegments segments;
    private final Notices notices;
    private final Fence fence;
    private final TransactionOperations transactions;
    private final Clock clock;

    LookupPulling(
            LookupTables tables,
            Extraction extraction,
            PullCheckpoints pulls,
            PullSegments segments,
            Notices notices,
            Fence fence,
            TransactionOperations transactions,
            Clock clock) {
        this.tables = tables;
        this.extraction = extraction;
        this.pulls = pulls;
        this.segments = segments;
        this.notices = notices;
        this.fence = fence;
        this.transactions = transactions;
        this.clock = clock;
    }

    void pull(Work work, LookupTable<?> table) throws InterruptedException {
        try {
            extraction.extract(
                    work, table, SegmentId.first(CheckpointId.of(work.run().run(), table.type())));
        } catch (SourceFailure.Unreadable unreadable) {
            log.warn("{} cannot be read, so the import does without: {}", table.type(), unreadable.getMessage());
            doWithout(work, table);
        }
    }

    /** Some rows may be staged by now; where others are missing, these must not be taken for all there are. */
    private void doWithout(Work work, LookupTable<?> table) {
        transactions.executeWithoutResult(status -> {
            fence.hold(work.lease());
            notices.pulled(work.run(), table.type(), List.of(table.withheld()));
            CheckpointId id = CheckpointId.of(work.run().run(), table.type());
            PullSegment segment = segments.lock(SegmentId.first(id));
            PullCheckpoint checkpoint = pulls.lock(id);
            checkpoint.staged(0, 0, clock.instant());
            checkpoint.end();
            segment.end(true);
        });
        work.lead(table.type()).refused();
    }

    /** Waits until all is there that records of the type may look up: half a table would answer that a row is not there. */
    void await(Work work, EntityMigration<?, ?> entity) throws InterruptedException {
        for (LookupTable<?> table : tables.neededBy(List.of(entity.type()))) {
            work.waitFor(() -> work.lead(table.type()).awaitWork(Long.MAX_VALUE));
        }
    }
}
