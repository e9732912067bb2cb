package app.ascent.migration.pipeline;

import app.ascent.migration.decision.Dictionaries;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.Pulled;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Segment;
import app.ascent.migration.staging.Tally;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far runs have come, entity type by entity type. */
@Component
public class Checkpoints {

    /**
     * One entity type of one run, with all its parts.
     *
     * @param expected null until it is known; of a type that follows others that is when all has come
     * @param leftOut what the source has and the run does not take: counted there, or come and left out with what it belongs to
     * @param missing how many records fewer could be read than the source had counted, or sent without saying which they are
     * @param unreadable rows that came and of which nobody can tell which records they are
     * @param refusal why it is not imported, or not to its end; what was pulled and is not loaded for that does not count
     * @param pulling whether a page has come
     * @param movedAt when a checkpoint last moved
     */
    public record Progress(
            EntityType type,
            EntityType kind,
            @Nullable Long expected,
            long pulled,
            long leftOut,
            long unreadable,
            long missing,
            boolean pulling,
            boolean pullDone,
            Tally tally,
            @Nullable Long loadedUpTo,
            boolean loadDone,
            @Nullable String refusal,
            Instant movedAt) {

        private Progress and(Progress part) {
            return new Progress(
                    type,
                    kind,
                    expected == null || part.expected == null ? null : Long.valueOf(expected + part.expected),
                    pulled + part.pulled,
                    leftOut + part.leftOut,
                    unreadable + part.unreadable,
                    missing + part.missing,
                    pulling || part.pulling,
                    pullDone && part.pullDone,
                    tally.plus(part.tally),
                    highest(loadedUpTo, part.loadedUpTo),
                    loadDone && part.loadDone,
                    refusal == null ? part.refusal : refusal,
                    movedAt.isAfter(part.movedAt) ? movedAt : part.movedAt);
        }

        private static @Nullable Long highest(@Nullable Long one, @Nullable Long other) {
            return one == null ? other : other == null ? one : Long.valueOf(Math.max(one, other));
        }
    }

    private final PullCheckpoints pulls;
    private final PullSegments segments;
    private final LoadCheckpoints loads;
    private final EntityMigrations entities;
    private final LookupTables lookups;
    private final Dictionaries dictionaries;
    private final Clock clock;

    Checkpoints(
            PullCheckpoints pulls,
            PullSegments segments,
            LoadCheckpoints loads,
            EntityMigrations entities,
            LookupTables lookups,
            Dictionaries dictionaries,
            Clock clock) {
        this.pulls = pulls;
        this.segments = segments;
        this.loads = loads;
        this.entities = entities;
        this.lookups = lookups;
        this.dictionaries = dictionaries;
        this.clock = clock;
    }

    /**
     * Begins at the first record of every type that the run takes; a type the run has begun already goes on where it is. Of one that an earlier
     * release did not know when the run began, nobody asked what its values mean, so that all is asked anew. Look-ups are pulled and never
     * loaded, so that no progress tells of them.
     */
    public void open(RunId run, Scope scope) {
        List<EntityType> types = entities.within(scope).stream()
                .<EntityType>map(EntityMigration::type)
                .toList();
        Instant now = clock.instant();
        Set<String> begun = pulls.findByRuns(List.of(run.value())).stream()
                .map(checkpoint -> checkpoint.id().entity())
                .collect(Collectors.toSet());
        for (EntityType type : types) {
            if (begun.contains(type.name())) {
                continue;
            }
            CheckpointId id = CheckpointId.of(run, type);
            open(id, types.indexOf(type), entities.of(type), scope, now);
            loads.save(new LoadCheckpoint(
                    id, entities.waves(entities.of(type), scope).first(), now));
            if (!begun.isEmpty()) {
                dictionaries.forget(run);
            }
        }
        for (LookupTable<?> lookup : lookups.neededBy(types)) {
            if (!begun.contains(lookup.type().name())) {
                open(CheckpointId.of(run, lookup.type()), types.size(), lookup, scope, now);
            }
        }
    }

    private void open(CheckpointId id, int position, Pulled type, Scope scope, Instant now) {
        pulls.save(new PullCheckpoint(id, position, now));
        EntityMigrations.Waves waves = entities.waves(type, scope);
        for (int wave = waves.first(); wave <= waves.last(); wave++) {
            SegmentId segment = new SegmentId(id.runId(), id.entity(), wave, 0);
            segments.save(new PullSegment(segment, waves.filters().get(wave - waves.first()), Segment.START));
        }
    }

    /** By run, in loading order. */
    public Map<UUID, List<Progress>> progress(Collection<UUID> runs) {
        Map<CheckpointId, LoadCheckpoint> loading =
                loads.findByRuns(runs).stream().collect(Collectors.toMap(LoadCheckpoint::id, Function.identity()));
        Map<UUID, Map<EntityType, Progress>> progress = new LinkedHashMap<>();
        for (PullCheckpoint pull : pulls.findByRuns(runs)) {
            LoadCheckpoint load = loading.get(pull.id());
            if (load != null) {
                Progress part = progress(pull, load);
                progress.computeIfAbsent(pull.id().runId(), run -> new LinkedHashMap<>())
                        .merge(part.type, part, Progress::and);
            }
        }
        Map<UUID, List<Progress>> byRun = new LinkedHashMap<>();
        progress.forEach((run, types) -> byRun.put(run, List.copyOf(types.values())));
        return byRun;
    }

    private boolean follows(EntityType type) {
        return entities.inOrder().stream().anyMatch(entity -> entity.type().equals(type) && entity.follows());
    }

    private Progress progress(PullCheckpoint pull, LoadCheckpoint load) {
        EntityType type = new EntityType(pull.id().entity());
        Long expected = pull.done() || !follows(type) ? pull.expected() : null;
        Refusal refusal = pull.refusal();
        long apart = load.tally().leftOut();
        return new Progress(
                type.whole(),
                entities.kind(type),
                expected == null ? null : Long.valueOf(expected - apart),
                (refusal == null ? pull.pulled() : load.tally().handled()) - apart,
                pull.leftOut() + apart,
                pull.unreadable(),
                refusal == null && pull.done() && expected != null
                        ? Math.max(pull.unreadable(), expected - pull.pulled())
                        : 0,
                pull.pages() > 0,
                pull.done(),
                load.tally(),
                load.loadedUpTo(),
                load.done(),
                refusal == null ? null : refusal.reason(),
                pull.movedAt().isAfter(load.movedAt()) ? pull.movedAt() : load.movedAt());
    }
}
