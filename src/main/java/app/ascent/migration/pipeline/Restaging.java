package app.ascent.migration.pipeline;

import app.ascent.database.Courtesy;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.Pulled;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Segment;
import app.ascent.migration.spi.SourcePlan;
import app.ascent.migration.spi.SourcePlan.Notice;
import app.ascent.migration.staging.EarlierReadings;
import app.ascent.migration.staging.EarlierReadings.Extent;
import app.ascent.migration.staging.EarlierReadings.Part;
import app.ascent.migration.staging.EarlierReadings.Reading;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes what earlier runs staged into a run that asks the source nothing: part by part, with the checkpoints by which records
 * are pulled, so that loading follows as it does there. What was never staged is told of, and left as it is.
 */
@Component
class Restaging {

    /** Records that are not among the copies kept of what was read, and stay as they are. */
    static final String NOT_STAGED = "NOT_STAGED";

    /** Nothing of the type was ever read. */
    static final String NEVER_READ = "NEVER_READ";

    private static final Logger log = LoggerFactory.getLogger(Restaging.class);

    /** What stays true of records as long as nobody reads them anew. */
    private static final List<String> LASTING = List.of(Notice.RESTRICTED_ACCESS, LookupTable.UNREADABLE);

    private final EntityMigrations entities;
    private final EarlierReadings readings;
    private final PullCheckpoints pulls;
    private final PullSegments segments;
    private final Fence fence;
    private final TransactionOperations transactions;
    private final Courtesy courtesy;
    private final StagingTurns turns;
    private final int size;
    private final Clock clock;

    Restaging(
            EntityMigrations entities,
            EarlierReadings readings,
            PullCheckpoints pulls,
            PullSegments segments,
            Fence fence,
            TransactionOperations transactions,
            Courtesy courtesy,
            StagingTurns turns,
            PipelineProperties properties,
            Clock clock) {
        this.entities = entities;
        this.readings = readings;
        this.pulls = pulls;
        this.segments = segments;
        this.fence = fence;
        this.transactions = transactions;
        this.courtesy = courtesy;
        this.turns = turns;
        this.size = properties.batchSize();
        this.clock = clock;
    }

    /** What there is to go through, in place of what the source counts. */
    SourcePlan plan(RunContext run, Pulled type) {
        Reading reading = readings.of(run, type.type());
        Extent extent = readings.extent(run, type.type(), reading);
        List<Notice> notices =
                new ArrayList<>(reading.last() == null ? List.of() : readings.notices(reading, type.type(), LASTING));
        String words = type.type().words();
        if (type instanceof LookupTable<?>) {
            if (reading.last() == null) {
                notices.add(new Notice(
                        LookupTable.UNREADABLE,
                        ("%s were not read by an earlier import, so nothing was looked up there. What stands in Ascent "
                                        + "stays. A full import reads them.")
                                .formatted(words)));
            }
        } else if (reading.last() == null && extent.staged() == 0) {
            notices.add(new Notice(
                    NEVER_READ,
                    "%s were not read by an earlier import, so there was nothing to apply here. A full import reads them."
                            .formatted(words)));
        } else if (extent.gone() + extent.without() > 0) {
            notices.add(new Notice(NOT_STAGED, left(extent, type.narrowedBy(reading.history()))));
        }
        return new SourcePlan(extent.staged(), notices);
    }

    private static String left(Extent extent, boolean narrowed) {
        List<String> sentences = new ArrayList<>();
        if (extent.gone() > 0) {
            sentences.add((narrowed
                            ? "%s left out when they were last read, or no longer there."
                            : "%s no longer there when they were last read.")
                    .formatted(records(extent.gone(), "record was", "records were")));
        }
        if (extent.without() > 0) {
            sentences.add("Of %s brought, Ascent has no copy to work on."
                    .formatted(records(
                            extent.without(), "record that an earlier import", "records that earlier imports")));
        }
        sentences.add("What became of them in Ascent stays as it is.");
        return String.join(" ", sentences);
    }

    private static String records(long number, String one, String many) {
        return String.format(Locale.ENGLISH, "%,d %s", number, number == 1 ? one : many);
    }

    /** All at once, whatever waves there are: nobody waits for anything that lies here already. */
    void restage(Work work, Pulled type, SegmentId id) throws InterruptedException {
        PullSegment segment = segments.get(id);
        Reading reading = readings.of(work.run(), type.type());
        Lead lead = work.lead(type.type());
        while (!segment.done()) {
            work.stop().check();
            Segment range = segment.segment();
            work.waitFor(() -> lead.awaitRoom(range));
            work.waitFor(courtesy::giveWay);
            long before = segment.pulled();
            segment = turns.take(work, () -> take(work, type, reading, id));
            lead.pulled(segment, segment.pulled() - before, 0);
        }
        log.info("Took up {} {}", segment.pulled(), type.type());
    }

    private PullSegment take(Work work, Pulled type, Reading reading, SegmentId id) {
        return transactions.execute(status -> {
            fence.hold(work.lease());
            PullSegment segment = segments.lock(id);
            PullCheckpoint checkpoint = pulls.lock(id.checkpoint());
            EntityMigrations.Waves waves = entities.waves(type, work.run().scope());
            Part part = id.wave() == waves.first()
                    ? readings.take(work.run(), type.type(), reading, segment.readUpTo(), size)
                    : new Part(0, segment.readUpTo());
            boolean last = part.records() < size;
            segment.staged(part.upTo(), null, part.records(), 0);
            if (last) {
                segment.end(true);
            }
            boolean all = last && id.wave() == waves.last();
            checkpoint.staged(part.records(), 0, clock.instant());
            if (all) {
                checkpoint.end();
            }
            return segment;
        });
    }
}
