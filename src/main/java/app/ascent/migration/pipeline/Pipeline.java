package app.ascent.migration.pipeline;

import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.RunContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Works on a run from its checkpoints to its end. Entity types are pulled side by side, one call in flight each, while
 * they are loaded one after the other, in the order of what depends on what.
 */
@Component
public class Pipeline {

    /** How soon an execution notices that it is to end: by pause, cancel, takeover or the node's shutdown. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** A thread that came to its end. */
    private record Ended(@Nullable EntityType entity, @Nullable Throwable failure) {}

    private interface Task {
        void run(Progress progress) throws InterruptedException;
    }

    /** Which entity type a thread is busy with. */
    private static final class Progress {

        private @Nullable EntityType entity;

        void at(EntityType type) {
            entity = type;
            MDC.put("entityType", type.name());
        }
    }

    private final EntityMigrations entities;
    private final Planning planning;
    private final Refusals refusals;
    private final Extraction extraction;
    private final Restaging restaging;
    private final LookupTables tables;
    private final LookupPulling lookups;
    private final Loading loading;
    private final PullCheckpoints pulls;
    private final LoadCheckpoints loads;
    private final Fence fence;
    private final PipelineProperties properties;

    Pipeline(
            EntityMigrations entities,
            Planning planning,
            Refusals refusals,
            Extraction extraction,
            Restaging restaging,
            LookupTables tables,
            LookupPulling lookups,
            Loading loading,
            PullCheckpoints pulls,
            LoadCheckpoints loads,
            Fence fence,
            PipelineProperties properties) {
        this.entities = entities;
        this.planning = planning;
        this.refusals = refusals;
        this.extraction = extraction;
        this.restaging = restaging;
        this.tables = tables;
        this.lookups = lookups;
        this.loading = loading;
        this.pulls = pulls;
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
        Work work = new Work(lease, new Stop(), leads(lease.run()), watch);
        BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("run-", 0).factory())) {
            int open = 0;
            try {
                for (EntityMigration<?, ?> entity : entities.inOrder()) {
                    submit(threads, ended, progress -> pull(work, entity, progress));
                    open++;
                }
                for (LookupTable<?> table : needed()) {
                    submit(threads, ended, progress -> pull(work, table));
                    open++;
                }
                submit(threads, ended, progress -> load(work, progress));
                await(work, ended, open + 1);
            } finally {
                work.stop().request();
            }
        }
    }

    private void pull(Work work, EntityMigration<?, ?> entity, Progress progress) throws InterruptedException {
        progress.at(entity.type());
        if (work.run().kind().reads()) {
            refusals.reads(work, entity, () -> extraction.extract(work, entity));
        } else {
            restaging.restage(work, entity);
        }
    }

    private void pull(Work work, LookupTable<?> table) throws InterruptedException {
        if (work.run().kind().reads()) {
            lookups.pull(work, table);
        } else {
            planning.count(work, table);
            restaging.restage(work, table);
        }
    }

    private void load(Work work, Progress progress) throws InterruptedException {
        for (EntityMigration<?, ?> entity : entities.inOrder()) {
            progress.at(entity.type());
            refusals.reads(work, entity, () -> planning.count(work, entity));
        }
        Dictionary dictionary = planning.dictionary(work);
        for (EntityMigration<?, ?> entity : entities.inOrder()) {
            progress.at(entity.type());
            if (refusals.leaves(work, entity)) {
                lookups.await(work, entity);
                loading.load(work, entity, dictionary);
            }
        }
        refusals.leaveSomething(work, progress::at);
    }

    private Map<EntityType, Lead> leads(RunContext run) {
        Map<EntityType, Lead> leads = new HashMap<>();
        for (EntityType type : entities.types()) {
            CheckpointId id = CheckpointId.of(run.run(), type);
            leads.put(type, new Lead(properties.leadPages(), pulls.get(id), loads.get(id)));
        }
        for (LookupTable<?> table : needed()) {
            leads.put(table.type(), new Lead(pulls.get(CheckpointId.of(run.run(), table.type()))));
        }
        return leads;
    }

    private List<LookupTable<?>> needed() {
        return tables.neededBy(entities.types());
    }

    private static void submit(ExecutorService threads, BlockingQueue<Ended> ended, Task task) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        threads.execute(() -> {
            if (context != null) {
                MDC.setContextMap(context);
            }
            Progress progress = new Progress();
            Throwable failure = null;
            try {
                task.run(progress);
            } catch (Throwable e) {
                // Nothing is swallowed: the first failure is what the execution ends with.
                failure = e;
            } finally {
                ended.add(new Ended(progress.entity, failure));
            }
        });
    }

    private void await(Work work, BlockingQueue<Ended> ended, int threads)
            throws InterruptedException, PipelineFailure {
        for (int open = threads; open > 0; ) {
            Ended next = ended.poll(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            if (work.watch().leaving()) {
                throw new InterruptedException("This node is shutting down");
            }
            if (next == null) {
                look(work.lease());
            } else if (next.failure != null) {
                throw new PipelineFailure(next.entity, next.failure);
            } else {
                open--;
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
