package app.ascent.migration.pipeline;

import app.ascent.database.Courtesy;
import app.ascent.database.Statistics;
import app.ascent.migration.spi.ContentTransfer;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.Segment;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Loads all staged records of one entity type in ascending order, while pulling goes on. */
@Component
class Loading {

    private static final Logger log = LoggerFactory.getLogger(Loading.class);

    private final EntityMigrations entities;
    private final BatchLoad batches;
    private final Transfers transfers;
    private final Rereading rereading;
    private final Settling settling;
    private final LoadCheckpoints loads;
    private final PipelineProperties properties;
    private final Courtesy courtesy;
    private final Statistics statistics;

    Loading(
            EntityMigrations entities,
            BatchLoad batches,
            Transfers transfers,
            Rereading rereading,
            Settling settling,
            LoadCheckpoints loads,
            PipelineProperties properties,
            Courtesy courtesy,
            Statistics statistics) {
        this.entities = entities;
        this.batches = batches;
        this.transfers = transfers;
        this.rereading = rereading;
        this.settling = settling;
        this.loads = loads;
        this.properties = properties;
        this.courtesy = courtesy;
        this.statistics = statistics;
    }

    <S, T> void load(Work work, EntityMigration<S, T> entity, Dictionary dictionary) throws InterruptedException {
        LoadCheckpoint checkpoint = loads.get(CheckpointId.of(work.run().run(), entity.type()));
        if (checkpoint.done() || checkpoint.wave() > work.wave()) {
            return;
        }
        rereading.reread(work, entity);
        ContentTransfer<S, T> content = entity.content();
        if (content == null) {
            loadAll(work, entity, dictionary, checkpoint.loadedUpTo());
        } else {
            transfers.load(work, entity, content, dictionary);
        }
        boolean last = work.wave() == entities.waves(entity, work.run().scope()).last();
        settling.settle(work, entity, properties.comparedRecords(), last);
        log.info(last ? "Loaded all {}" : "Loaded the first {}", entity.type());
    }

    private <S, T> void loadAll(
            Work work, EntityMigration<S, T> entity, Dictionary dictionary, @Nullable Long loadedUpTo)
            throws InterruptedException {
        try (Ahead<T> ahead = new Ahead<>(
                range -> batches.prepare(work.lease(), entity, dictionary, range, properties.batchSize()))) {
            loadAll(work, entity, dictionary, ahead, loadedUpTo == null ? Segment.START : loadedUpTo);
        }
        // Records that came again after they were loaded, or out of order, wait behind the cursor.
        while (!loadBehind(work, entity, dictionary).isEmpty()) {
            work.stop().check();
        }
    }

    /** Of a type that was loaded with an earlier wave. */
    void settleAgain(Work work, EntityMigration<?, ?> entity) throws InterruptedException {
        settling.settleAgain(work, entity, properties.comparedRecords());
    }

    private <S, T> void loadAll(
            Work work, EntityMigration<S, T> entity, Dictionary dictionary, Ahead<T> ahead, long loadedUpTo)
            throws InterruptedException {
        Lead lead = work.lead(entity.type());
        Statistics.Growth growth = statistics.follow();
        long after = loadedUpTo;
        while (true) {
            long from = after;
            Lead.Extent extent = work.waitFor(() -> lead.awaitWork(from));
            growth.look();
            if (extent.upTo() <= from) {
                return;
            }
            work.stop().check();
            work.waitFor(courtesy::giveWay);
            Prepared<T> batch = ahead.take(new Range(from, extent.upTo()));
            after = batch.upTo();
            if (after < extent.upTo()) {
                ahead.begin(new Range(after, extent.upTo()));
            }
            loadOrIsolate(work, entity, dictionary, () -> {
                if (!batches.load(work.lease(), entity, batch)
                        && !batch.records().isEmpty()) {
                    Range again = new Range(from, batch.ids().getLast());
                    batches.load(
                            work.lease(),
                            entity,
                            dictionary,
                            again,
                            batch.records().size());
                }
                return batch.ids();
            });
        }
    }

    private List<Long> loadBehind(Work work, EntityMigration<?, ?> entity, Dictionary dictionary)
            throws InterruptedException {
        return loadOrIsolate(
                work,
                entity,
                dictionary,
                () -> batches.load(work.lease(), entity, dictionary, Range.ALL, properties.batchSize()));
    }

    private List<Long> loadOrIsolate(
            Work work, EntityMigration<?, ?> entity, Dictionary dictionary, Supplier<List<Long>> batch)
            throws InterruptedException {
        List<Long> ids;
        try {
            ids = batch.get();
        } catch (BatchFailed failed) {
            log.warn(
                    "A batch of {} {} was refused; looking for the cause",
                    failed.ids().size(),
                    entity.type());
            ids = failed.ids();
            if (ids.size() == 1) {
                loadAnew(work, entity, dictionary, ids);
            } else {
                isolate(work, entity, dictionary, failed);
            }
        }
        work.lead(entity.type()).handled(ids.size());
        return ids;
    }

    /** One that came alone was mapped before somebody deleted what it points to, as it may be: mapped anew, it tells so itself. */
    private void loadAnew(Work work, EntityMigration<?, ?> entity, Dictionary dictionary, List<Long> ids)
            throws InterruptedException {
        work.stop().check();
        try {
            batches.load(work.lease(), entity, dictionary, range(ids), ids.size());
        } catch (BatchFailed again) {
            isolate(work, entity, dictionary, again);
        }
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

    static Range range(List<Long> ids) {
        return new Range(ids.getFirst() - 1, ids.getLast());
    }
}
