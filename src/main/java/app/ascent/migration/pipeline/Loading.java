package app.ascent.migration.pipeline;

import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.SourceCursor;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Loads all staged records of one entity type in ascending order, while pulling goes on. */
@Component
class Loading {

    private static final Logger log = LoggerFactory.getLogger(Loading.class);

    private final BatchLoad batches;
    private final Settling settling;
    private final LoadCheckpoints loads;
    private final PipelineProperties properties;

    Loading(BatchLoad batches, Settling settling, LoadCheckpoints loads, PipelineProperties properties) {
        this.batches = batches;
        this.settling = settling;
        this.loads = loads;
        this.properties = properties;
    }

    void load(Work work, EntityMigration<?, ?> entity, Dictionary dictionary) throws InterruptedException {
        LoadCheckpoint checkpoint = loads.get(CheckpointId.of(work.run().run(), entity.type()));
        if (checkpoint.done()) {
            return;
        }
        Lead lead = work.lead(entity.type());
        Long loadedUpTo = checkpoint.loadedUpTo();
        long after = loadedUpTo == null ? SourceCursor.START.after() : loadedUpTo;
        while (true) {
            long from = after;
            Lead.Extent extent = work.waitFor(() -> lead.awaitWork(from));
            if (extent.upTo() <= from) {
                break;
            }
            after = loadUpTo(work, entity, dictionary, new Range(from, extent.upTo()));
        }
        // Records that came again after they were loaded, or out of order, wait behind the cursor.
        while (!loadNext(work, entity, dictionary, Range.ALL).isEmpty()) {
            work.stop().check();
        }
        settling.settle(work, entity);
        log.info("Loaded all {}", entity.type());
    }

    private long loadUpTo(Work work, EntityMigration<?, ?> entity, Dictionary dictionary, Range range)
            throws InterruptedException {
        work.stop().check();
        List<Long> ids = loadNext(work, entity, dictionary, range);
        return ids.size() < properties.batchSize() ? range.upTo() : ids.getLast();
    }

    private List<Long> loadNext(Work work, EntityMigration<?, ?> entity, Dictionary dictionary, Range range)
            throws InterruptedException {
        List<Long> ids;
        try {
            ids = batches.load(work.lease(), entity, dictionary, range, properties.batchSize());
        } catch (BatchFailed failed) {
            log.warn(
                    "A batch of {} {} was refused; looking for the cause",
                    failed.ids().size(),
                    entity.type());
            isolate(work, entity, dictionary, failed);
            ids = failed.ids();
        }
        work.lead(entity.type()).handled(ids.size());
        return ids;
    }

    /** Halves a batch that failed until the culprit stands alone: it is marked, all others are loaded. */
    private void isolate(Work work, EntityMigration<?, ?> entity, Dictionary dictionary, BatchFailed failed)
            throws InterruptedException {
        List<Long> ids = failed.ids();
        if (ids.size() == 1) {
            batches.fail(work.lease(), entity, range(ids), failed.reason());
            return;
        }
        int middle = ids.size() / 2;
        for (List<Long> half : List.of(ids.subList(0, middle), ids.subList(middle, ids.size()))) {
            work.stop().check();
            try {
                batches.load(work.lease(), entity, dictionary, range(half), half.size());
            } catch (BatchFailed again) {
                isolate(work, entity, dictionary, again);
            }
        }
    }

    private static Range range(List<Long> ids) {
        return new Range(ids.getFirst() - 1, ids.getLast());
    }
}
