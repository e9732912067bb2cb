package app.ascent.migration.pipeline;

import app.ascent.migration.idmap.Change;
import app.ascent.migration.idmap.IdMap;
import app.ascent.migration.idmap.IdMapEntry;
import app.ascent.migration.idmap.KnownRecord;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.spi.TargetState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Decides for a mapped batch what is to be written: reads all it needs in a few statements, then record by record. */
@Component
class BatchPlan {

    private final IdMap idMap;

    BatchPlan(IdMap idMap) {
        this.idMap = idMap;
    }

    /** @param known to the id map already */
    record Plan<T>(List<Planned<T>> records, Set<SourceId> known) {

        List<IdMapEntry> entries(boolean known) {
            return records.stream()
                    .flatMap(record -> Stream.ofNullable(record.entry()))
                    .filter(entry -> this.known.contains(entry.source()) == known)
                    .toList();
        }

        List<Change> changes() {
            return records.stream()
                    .flatMap(record -> Stream.ofNullable(record.change()))
                    .toList();
        }
    }

    <S, T> Plan<T> plan(RunContext run, EntityMigration<S, T> entity, List<Read<T>> batch) {
        Map<SourceId, Candidate<T>> candidates = new LinkedHashMap<>();
        for (Read<T> read : batch) {
            if (read.mapped() instanceof Mapped.Ready<T> ready) {
                candidates.put(read.id(), Candidate.of(read, ready));
            }
        }
        Map<SourceId, KnownRecord> known = idMap.find(run, entity.type(), candidates.keySet());
        Map<SourceId, Match> matches = match(run, entity, candidates, known);
        Map<TargetId, TargetState> states = states(run, entity, known, matches);
        RecordPlan<T> plans = new RecordPlan<>(
                run,
                entity,
                entity.editedByPeople()
                        ? compared(run, entity, candidates, known, matches, states)
                        : new Standing<>(
                                known, Map.of(), matches, states, half(run, entity, candidates, known, matches)));
        return new Plan<>(
                named(
                        run,
                        entity,
                        batch.stream()
                                .map(read -> plans.plan(read, candidates.get(read.id())))
                                .toList()),
                known.keySet());
    }

    private static <T> List<Planned<T>> named(RunContext run, EntityMigration<?, T> entity, List<Planned<T>> planned) {
        List<Finding> kept = planned.stream()
                .flatMap(record -> record.processed().findings().stream())
                .filter(finding -> finding.reason().equals(Reason.LOCAL_EDIT_KEPT))
                .toList();
        if (kept.isEmpty()) {
            return planned;
        }
        List<Finding> named = entity.named(run, kept);
        Map<Finding, Finding> byFinding = new HashMap<>();
        for (int at = 0; at < kept.size(); at++) {
            byFinding.put(kept.get(at), named.get(at));
        }
        return planned.stream()
                .map(record -> record.with(finding -> byFinding.getOrDefault(finding, finding)))
                .toList();
    }

    /** The one match of a record that nobody edits is not read, so that its state tells whether it is still there. */
    private static <T> Map<TargetId, TargetState> states(
            RunContext run,
            EntityMigration<?, T> entity,
            Map<SourceId, KnownRecord> known,
            Map<SourceId, Match> matches) {
        Set<TargetId> targets = known.values().stream().map(KnownRecord::target).collect(Collectors.toSet());
        if (!entity.editedByPeople()) {
            matches.values().forEach(match -> {
                if (match instanceof Match.One one) {
                    targets.add(one.target());
                }
            });
        }
        return targets.isEmpty() ? Map.of() : entity.states(run, targets);
    }

    /** Those records that nobody edits, and of which the source says something that nobody could make sense of. */
    private static <T> Map<TargetId, T> half(
            RunContext run,
            EntityMigration<?, T> entity,
            Map<SourceId, Candidate<T>> candidates,
            Map<SourceId, KnownRecord> known,
            Map<SourceId, Match> matches) {
        Set<TargetId> targets = new HashSet<>();
        candidates.forEach((id, candidate) -> {
            KnownRecord record = known.get(id);
            if (candidate.ready().unsaid().unresolved().isEmpty() || record != null && candidate.sameAs(record)) {
                return;
            }
            if (record != null) {
                targets.add(record.target());
            } else if (matches.get(id) instanceof Match.One one) {
                targets.add(one.target());
            }
        });
        return targets.isEmpty() ? Map.of() : entity.read(run, targets);
    }

    private static <T> Map<SourceId, Match> match(
            RunContext run,
            EntityMigration<?, T> entity,
            Map<SourceId, Candidate<T>> candidates,
            Map<SourceId, KnownRecord> known) {
        Map<SourceId, T> unseen = new LinkedHashMap<>();
        candidates.forEach((id, candidate) -> {
            if (!known.containsKey(id)) {
                unseen.put(id, candidate.ready().target());
            }
        });
        return unseen.isEmpty() ? Map.of() : entity.match(run, unseen);
    }

    /** With the values of those records that have to be compared: all that exist and are not plainly unchanged. */
    private <T> Standing<T> compared(
            RunContext run,
            EntityMigration<?, T> entity,
            Map<SourceId, Candidate<T>> candidates,
            Map<SourceId, KnownRecord> known,
            Map<SourceId, Match> matches,
            Map<TargetId, TargetState> states) {
        Set<TargetId> targets = new HashSet<>();
        List<SourceId> differing = new ArrayList<>();
        candidates.forEach((id, candidate) -> {
            KnownRecord record = known.get(id);
            if (record != null) {
                TargetState state = states.get(record.target());
                if (state != null && !candidate.unchangedSince(record, state, run.conflicts())) {
                    targets.add(record.target());
                    differing.add(id);
                }
            } else if (matches.get(id) instanceof Match.One one) {
                targets.add(one.target());
            }
        });
        return new Standing<>(
                known,
                idMap.written(run, entity.type(), differing),
                matches,
                states,
                targets.isEmpty() ? Map.of() : entity.read(run, targets));
    }
}
