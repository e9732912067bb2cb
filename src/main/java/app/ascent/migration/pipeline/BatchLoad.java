package app.ascent.migration.pipeline;

import app.ascent.migration.idmap.Changes;
import app.ascent.migration.idmap.IdMap;
import app.ascent.migration.spi.Content;
import app.ascent.migration.spi.Counts;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.Segment;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.staging.PayloadReplaced;
import app.ascent.migration.staging.Processed;
import app.ascent.migration.staging.Processing;
import app.ascent.migration.staging.RecordState;
import app.ascent.migration.staging.StagedRecord;
import app.ascent.migration.staging.StagedRecords;
import app.ascent.migration.staging.Tally;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Loads one batch in one transaction, which begins with the fence and ends with the checkpoint. The number of statements
 * does not depend on the size of the batch.
 */
@Component
class BatchLoad {

    private final StagedRecords staging;
    private final Processing processing;
    private final IdMap idMap;
    private final Changes changes;
    private final Mapping mapping;
    private final BatchPlan plans;
    private final LookedUp lookedUp;
    private final LoadCheckpoints loads;
    private final Fence fence;
    private final TransactionOperations transactions;
    private final PipelineMeters meters;
    private final Clock clock;

    BatchLoad(
            StagedRecords staging,
            Processing processing,
            IdMap idMap,
            Changes changes,
            Mapping mapping,
            BatchPlan plans,
            LookedUp lookedUp,
            LoadCheckpoints loads,
            Fence fence,
            TransactionOperations transactions,
            PipelineMeters meters,
            Clock clock) {
        this.staging = staging;
        this.processing = processing;
        this.idMap = idMap;
        this.changes = changes;
        this.mapping = mapping;
        this.plans = plans;
        this.lookedUp = lookedUp;
        this.loads = loads;
        this.fence = fence;
        this.transactions = transactions;
        this.meters = meters;
        this.clock = clock;
    }

    /** The first records of the range, mapped; nothing is locked, and nothing written. */
    <S, T> Prepared<T> prepare(
            Lease lease, EntityMigration<S, T> entity, Dictionary dictionary, Range range, int limit) {
        List<StagedRecord> batch = transactions.execute(status ->
                staging.inOrder(() -> staging.next(lease.run(), entity.type(), range.after(), range.upTo(), limit)));
        long upTo = batch.size() < limit ? range.upTo() : batch.getLast().id().value();
        return new Prepared<>(mapping.map(lease.run(), entity, batch, dictionary), upTo);
    }

    /** Records at the end of all that wait, the newest first, mapped. */
    <S, T> Prepared<T> newest(Lease lease, EntityMigration<S, T> entity, Dictionary dictionary, int limit) {
        List<StagedRecord> batch = transactions.execute(status -> staging.newest(lease.run(), entity.type(), limit));
        return new Prepared<>(mapping.map(lease.run(), entity, batch, dictionary), Segment.START);
    }

    /** Those that would be new to Ascent. */
    <T> Set<SourceId> fresh(RunContext run, EntityMigration<?, T> entity, List<Read<T>> batch) {
        BatchPlan.Plan<T> plan = transactions.execute(status -> plans.plan(run, entity, batch));
        return saves(plan.records()).stream()
                .filter(save -> save.kind() == Save.Kind.CREATE)
                .map(Save::source)
                .collect(Collectors.toSet());
    }

    /**
     * Loads what was prepared. A record that came again meanwhile makes it worthless: then this answers false, and nothing
     * was written.
     *
     * @throws BatchFailed when one of its records may be the cause
     */
    <S, T> boolean load(Lease lease, EntityMigration<S, T> entity, Prepared<T> batch) {
        if (batch.records().isEmpty()) {
            return true;
        }
        long start = System.nanoTime();
        try {
            Tally tally = transactions.execute(status -> {
                fence.hold(lease);
                return write(lease, entity, batch.records());
            });
            meters.batch(entity.type(), "loaded", since(start));
            meters.loaded(entity.type(), tally);
            return true;
        } catch (PayloadReplaced again) {
            return false;
        } catch (RuntimeException e) {
            if (!DataFault.mayLieInARecord(e)) {
                throw e;
            }
            meters.batch(entity.type(), "refused", since(start));
            throw new BatchFailed(batch.ids(), e);
        }
    }

    /**
     * Loads the first records of the range and answers their ids, none when there is nothing to load.
     *
     * @throws BatchFailed when one of its records may be the cause
     */
    <S, T> List<Long> load(Lease lease, EntityMigration<S, T> entity, Dictionary dictionary, Range range, int limit) {
        Prepared<T> batch = prepare(lease, entity, dictionary, range, limit);
        while (!load(lease, entity, batch)) {
            batch = prepare(lease, entity, dictionary, range, limit);
        }
        return batch.ids();
    }

    private <S, T> Tally write(Lease lease, EntityMigration<S, T> entity, List<Read<T>> batch) {
        BatchPlan.Plan<T> plan = plans.plan(lease.run(), entity, batch);
        entity.save(lease.run(), withContent(saves(plan.records()), batch));
        idMap.add(lease.run(), entity.type(), plan.entries(false));
        idMap.put(lease.run(), entity.type(), plan.entries(true));
        changes.add(lease.run(), entity.type(), plan.changes());
        List<Processed> processed =
                plan.records().stream().map(Planned::processed).toList();
        lookedUp.add(lease.run(), entity.type(), batch, processed);
        return settle(
                lease,
                entity.type(),
                processed,
                batch.stream().map(read -> read.record().hash()).toList(),
                batch.stream().<@Nullable Counts>map(Read::counts).toList());
    }

    private static <T> List<Save<T>> saves(List<Planned<T>> plan) {
        List<Save<T>> saves = new ArrayList<>();
        for (Planned<T> each : plan) {
            Save<T> save = each.save();
            if (save != null) {
                saves.add(save);
            }
        }
        return saves;
    }

    private static <T> List<Save<T>> withContent(List<Save<T>> saves, List<Read<T>> batch) {
        Map<SourceId, Content> contents = new HashMap<>();
        for (Read<T> read : batch) {
            Content content = read.content();
            if (content != null) {
                contents.put(read.id(), content);
            }
        }
        return contents.isEmpty()
                ? saves
                : saves.stream()
                        .map(save -> save.having(contents.get(save.source())))
                        .toList();
    }

    private Tally settle(
            Lease lease,
            EntityType type,
            List<Processed> processed,
            List<byte[]> hashes,
            List<? extends @Nullable Counts> counts) {
        processing.put(lease.run(), type, processed, hashes, counts);
        Tally tally = processed.stream().map(Processed::tally).reduce(Tally.NONE, Tally::plus);
        // Of what is loaded from its end, the last one is the lowest, and which that is depends on where a batch was
        // cut.
        long upTo = processed.stream()
                .mapToLong(record -> record.id().value())
                .max()
                .orElseThrow();
        loads.lock(CheckpointId.of(lease.run().run(), type)).loaded(tally, upTo, clock.instant());
        return tally;
    }

    /** Marks the one record of the range as failed, after its write was refused. */
    void fail(Lease lease, EntityMigration<?, ?> entity, Range range, RuntimeException cause) {
        fail(lease, entity, range, DataFault.finding(cause));
    }

    void fail(Lease lease, EntityMigration<?, ?> entity, Range range, Finding finding) {
        Tally tally = transactions.execute(status -> {
            fence.hold(lease);
            List<StagedRecord> culprit = staging.next(lease.run(), entity.type(), range.after(), range.upTo(), 1);
            List<Processed> failed = culprit.stream()
                    .map(record -> new Processed(
                            record.id(),
                            RecordState.FAILED,
                            null,
                            mapping.name(entity, record),
                            null,
                            null,
                            List.of(finding)))
                    .toList();
            return failed.isEmpty()
                    ? Tally.NONE
                    : settle(
                            lease,
                            entity.type(),
                            failed,
                            culprit.stream().map(StagedRecord::hash).toList(),
                            Collections.nCopies(failed.size(), null));
        });
        meters.loaded(entity.type(), tally);
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
