package app.ascent.migration;

import app.ascent.migration.pipeline.Checkpoints;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.staging.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows runs, however many, with a few queries. */
@Component
class RunViews {

    private final Checkpoints checkpoints;
    private final RunUsage usage;
    private final Scopes scopes;
    private final ContentBytes bytes;
    private final DatabaseTime time;

    RunViews(Checkpoints checkpoints, RunUsage usage, Scopes scopes, ContentBytes bytes, DatabaseTime time) {
        this.checkpoints = checkpoints;
        this.bytes = bytes;
        this.usage = usage;
        this.scopes = scopes;
        this.time = time;
    }

    List<RunView> of(List<Run> runs) {
        if (runs.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = runs.stream().map(run -> run.id().value()).toList();
        Map<UUID, List<Checkpoints.Progress>> progress = checkpoints.progress(ids);
        Map<UUID, RunUsage.Usage> used = usage.of(ids);
        Map<UUID, Scope> taken = scopes.ofRuns(ids);
        Map<UUID, Map<EntityType, EntityProgress.Bytes>> content = bytes.of(taken, ids);
        Instant now = time.now();
        return runs.stream()
                .map(run -> view(
                        run,
                        used.get(run.id().value()),
                        taken.getOrDefault(run.id().value(), Scope.EVERYTHING),
                        entities(
                                run,
                                progress.getOrDefault(run.id().value(), List.of()),
                                content.getOrDefault(run.id().value(), Map.of())),
                        now))
                .toList();
    }

    /** The counters of one run alone. */
    List<EntityProgress> entities(Run run) {
        UUID id = run.id().value();
        return entities(
                run,
                checkpoints.progress(List.of(id)).getOrDefault(id, List.of()),
                bytes.of(scopes.ofRuns(List.of(id)), List.of(id)).getOrDefault(id, Map.of()));
    }

    private static RunView view(
            Run run, RunUsage.@Nullable Usage used, Scope scope, List<EntityProgress> progress, Instant now) {
        return new RunView(
                run.id(),
                run.number(),
                run.kind(),
                run.status(),
                run.reasonCode(),
                run.reason(),
                run.errorId(),
                failedEntity(run),
                run.resumesAt(),
                run.waitingSince(),
                used == null ? null : used.outageSince(),
                run.startedAt(),
                run.finishedAt(),
                run.startedBy(),
                run.changedBy(),
                run.changedAt(),
                run.conflicts(),
                scope,
                used == null ? 0 : used.calls(),
                used == null ? null : used.averageAnswer(),
                used == null ? null : used.lastAnswerAt(),
                run.worked(now),
                progress);
    }

    private static List<EntityProgress> entities(
            Run run, List<Checkpoints.Progress> progress, Map<EntityType, EntityProgress.Bytes> content) {
        return progress.stream()
                .map(each -> entity(run, each, content.get(each.type())))
                .toList();
    }

    private static @Nullable String failedEntity(Run run) {
        String entity = run.failedEntity();
        return entity == null ? null : new EntityType(entity).whole().name();
    }

    private static EntityProgress entity(Run run, Checkpoints.Progress progress, EntityProgress.@Nullable Bytes bytes) {
        Tally tally = progress.tally();
        return new EntityProgress(
                progress.type().name(),
                progress.kind().name(),
                status(run, progress),
                progress.refusal(),
                progress.expected(),
                progress.pulled(),
                tally.loaded(),
                tally.created(),
                tally.updated(),
                tally.unchanged(),
                tally.linked(),
                tally.skipped(),
                tally.failed(),
                progress.leftOut(),
                tally.warnings(),
                progress.loadedUpTo(),
                bytes);
    }

    private static EntityStatus status(Run run, Checkpoints.Progress progress) {
        if (progress.refusal() != null) {
            return EntityStatus.FAILED;
        }
        if (progress.loadDone()) {
            return EntityStatus.DONE;
        }
        boolean toBlame = progress.type().name().equals(failedEntity(run));
        boolean underWay = progress.pullDone() || progress.pulling();
        if (run.status() == RunStatus.FAILED && (toBlame || underWay)) {
            return EntityStatus.FAILED;
        }
        if (progress.pullDone()) {
            return EntityStatus.LOADING;
        }
        return progress.pulling() ? EntityStatus.PULLING : EntityStatus.PENDING;
    }
}
