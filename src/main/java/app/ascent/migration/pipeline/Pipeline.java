package app.ascent.migration.pipeline;

import app.ascent.migration.spi.DeferredLink;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.Scope;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Works on a run from its checkpoints to its end, one wave after the other. Whatever is asked of the source is asked side by
 * side, while entity types are loaded one after the other, in the order of what depends on what.
 */
@Component
public class Pipeline {

    /** How soon an execution notices that it is to end: by pause, cancel, takeover or the node's shutdown. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final EntityMigrations entities;
    private final Reopening reopening;
    private final Planning planning;
    private final Refusals refusals;
    private final Pulling pulling;
    private final Restaging restaging;
    private final LookupTables tables;
    private final LookupPulling lookups;
    private final Loading loading;
    private final PullCheckpoints pulls;
    private final PullSegments segments;
    private final LoadCheckpoints loads;
    private final Fence fence;
    private final PipelineProperties properties;

    Pipeline(
            EntityMigrations entities,
            Reopening reopening,
            Planning planning,
            Refusals refusals,
            Pulling pulling,
            Restaging restaging,
            LookupTables tables,
            LookupPulling lookups,
            Loading loading,
            PullCheckpoints pulls,
            PullSegments segments,
            LoadCheckpoints loads,
            Fence fence,
            PipelineProperties properties) {
        this.entities = entities;
        this.reopening = reopening;
        this.planning = planning;
        this.refusals = refusals;
        this.pulling = pulling;
        this.tables = tables;
        this.lookups = lookups;
        this.restaging = restaging;
        this.loading = loading;
        this.pulls = pulls;
        this.segments = segments;
        this.loads = loads;
        this.fence = fence;
        this.properties = properties;
    }

    /**
     * Returns when everything is pulled and loaded.
     *
     * @throws PipelineFailure with the first failure; every other thread has ended by then
     * @throws InterruptedException when this node is shutting down
     */
    public void work(Lease lease, Watch watch) throws InterruptedException, PipelineFailure {
        reopening.goOn(lease, watch);
        int last = entities.within(lease.run().scope()).stream()
                .mapToInt(entity -> entities.waves(entity, lease.run().scope()).last())
                .max()
                .orElse(0);
        for (int wave = 0; wave <= last; wave++) {
            work(lease, wave, wave == last, watch);
        }
    }

    private void work(Lease lease, int wave, boolean last, Watch watch) throws InterruptedException, PipelineFailure {
        Map<EntityType, List<PullSegment>> open = segments(lease, wave);
        List<EntityMigration<?, ?>> left = left(lease, wave);
        try (RunThreads threads = new RunThreads()) {
            Work work = new Work(lease, wave, new Stop(), leads(lease, open), watch, properties);
            CountDownLatch questions = new CountDownLatch(left.size());
            boolean decided = planning.decided(work);
            try {
                for (EntityMigration<?, ?> entity : left) {
                    begin(threads, work, entity, open.getOrDefault(entity.type(), List.of()));
                    threads.begin(progress -> {
                        progress.at(entity.type());
                        planning.ask(work, entity, decided);
                        questions.countDown();
                    });
                }
                for (LookupTable<?> table : needed(left)) {
                    threads.begin(progress -> pull(work, table));
                }
                threads.begin(progress -> {
                    work.waitFor(() -> questions.await());
                    load(work, left, last, progress);
                });
                await(work, threads);
            } finally {
                work.stop().request();
            }
        }
    }

    /** What did not come to its end with an earlier wave. */
    private List<EntityMigration<?, ?>> left(Lease lease, int wave) {
        Scope scope = lease.run().scope();
        return entities.within(scope).stream()
                .filter(entity -> entities.waves(entity, scope).last() >= wave)
                .toList();
    }

    private Map<EntityType, List<PullSegment>> segments(Lease lease, int wave) {
        return segments.findByRuns(List.of(lease.run().run().value())).stream()
                .filter(segment -> segment.id().wave() == wave)
                .collect(Collectors.groupingBy(
                        segment -> new EntityType(segment.id().entity())));
    }

    private Map<EntityType, Lead> leads(Lease lease, Map<EntityType, List<PullSegment>> open) {
        List<UUID> run = List.of(lease.run().run().value());
        Map<CheckpointId, PullCheckpoint> pulled =
                pulls.findByRuns(run).stream().collect(Collectors.toMap(PullCheckpoint::id, Function.identity()));
        Map<CheckpointId, LoadCheckpoint> loaded =
                loads.findByRuns(run).stream().collect(Collectors.toMap(LoadCheckpoint::id, Function.identity()));
        Map<EntityType, Lead> leads = new HashMap<>();
        for (EntityMigration<?, ?> entity : entities.within(lease.run().scope())) {
            EntityType type = entity.type();
            CheckpointId id = CheckpointId.of(lease.run().run(), type);
            leads.put(
                    type,
                    new Lead(
                            // What stands for content is loaded from its end, when all of it is there.
                            entity.content() == null ? properties.leadPages() : Integer.MAX_VALUE,
                            Objects.requireNonNull(pulled.get(id)),
                            Objects.requireNonNull(loaded.get(id)),
                            open.getOrDefault(type, List.of())));
        }
        for (LookupTable<?> table : needed(entities.within(lease.run().scope()))) {
            leads.put(table.type(), new Lead(open.getOrDefault(table.type(), List.of())));
        }
        return leads;
    }

    private List<LookupTable<?>> needed(List<EntityMigration<?, ?>> by) {
        return tables.neededBy(
                by.stream().<EntityType>map(EntityMigration::type).toList());
    }

    private void begin(RunThreads threads, Work work, EntityMigration<?, ?> entity, List<PullSegment> segments) {
        if (!work.run().kind().reads()) {
            segments.forEach(segment -> threads.begin(progress -> {
                progress.at(entity.type());
                restaging.restage(work, entity, segment.id());
            }));
        } else if (!segments.isEmpty()) {
            for (int thread = 0; thread < pulling.threads(work, entity); thread++) {
                threads.begin(progress -> {
                    progress.at(entity.type());
                    refusals.reads(work, entity, () -> pulling.pull(work, entity));
                });
            }
        }
    }

    private void pull(Work work, LookupTable<?> table) throws InterruptedException {
        if (work.run().kind().reads()) {
            lookups.pull(work, table);
        } else {
            planning.count(work, table);
            restaging.restage(
                    work, table, SegmentId.first(CheckpointId.of(work.run().run(), table.type())));
        }
    }

    private void load(Work work, List<EntityMigration<?, ?>> left, boolean last, RunThreads.Progress progress)
            throws InterruptedException {
        Dictionary dictionary = planning.dictionary(work);
        for (EntityMigration<?, ?> entity : left) {
            progress.at(entity.type());
            if (refusals.leaves(work, entity)) {
                lookups.await(work, entity);
                loading.load(work, entity, dictionary);
            }
        }
        if (last) {
            settleAgain(work, progress);
            refusals.leaveSomething(work, progress::at);
        }
    }

    /** What was settled with an earlier wave, and may point to what came with a later one. */
    private void settleAgain(Work work, RunThreads.Progress progress) throws InterruptedException {
        for (EntityMigration<?, ?> entity : entities.within(work.run().scope())) {
            progress.at(entity.type());
            if (pointsElsewhere(entity)
                    && entities.waves(entity, work.run().scope()).last() < work.wave()
                    && refusals.leaves(work, entity)) {
                loading.settleAgain(work, entity);
            }
        }
    }

    private static boolean pointsElsewhere(EntityMigration<?, ?> entity) {
        return entity.afterwards().stream().anyMatch(step -> step instanceof DeferredLink link && !link.withinType());
    }

    private void await(Work work, RunThreads threads) throws InterruptedException, PipelineFailure {
        while (threads.busy()) {
            RunThreads.Ended next = threads.next(LOOK_EVERY.toMillis());
            if (work.watch().leaving()) {
                throw new InterruptedException("This node is shutting down");
            }
            if (next == null) {
                look(work.lease());
            } else if (next.failure() != null) {
                throw new PipelineFailure(next.entity(), next.failure());
            }
        }
    }

    /** A thread that waits for the source for minutes does not notice by itself that the run was paused. */
    private void look(Lease lease) throws PipelineFailure {
        try {
            fence.look(lease);
        } catch (RuntimeException e) {
            throw new PipelineFailure(null, e);
        }
    }
}
