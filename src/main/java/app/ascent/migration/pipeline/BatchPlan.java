package app.ascent.migration.pipeline;

import app.ascent.migration.idmap.IdMap;
import app.ascent.migration.idmap.IdMapEntry;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.spi.TargetState;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    }

    <S, T> Plan<T> plan(RunContext run, EntityMigration<S, T> entity, List<Read<T>> batch) {
        Map<SourceId, Candidate<T>> candidates = new LinkedHashMap<>();
        for (Read<T> read : batch) {
            if (read.mapped() instanceof Mapped.Ready<T> ready) {
                candidates.put(read.id(), Candidate.of(read, ready));
            }
        }
        Map<SourceId, IdMapEntry> known = idMap.find(run, entity.type(), candidates.keySet());
        Map<SourceId, Match> matches = match(run, entity, candidates, known);
        Map<TargetId, TargetState> states = states(run, entity, known);
        Standing<T> standing =
                new Standing<>(known, matches, states, read(run, entity, candidates, known, matches, states));
        RecordPlan<T> plans = new RecordPlan<>(run, entity, standing);
        return new Plan<>(
                batch.stream()
                        .map(read -> plans.plan(read, candidates.get(read.id())))
                        .toList(),
                known.keySet());
    }

    private static <T> Map<TargetId, TargetState> states(
            RunContext run, EntityMigration<?, T> entity, Map<SourceId, IdMapEntry> known) {
        return known.isEmpty()
                ? Map.of()
                : entity.states(
                        run, known.values().stream().map(IdMapEntry::target).toList());
    }

    private static <T> Map<SourceId, Match> match(
            RunContext run,
            EntityMigration<?, T> entity,
            Map<SourceId, Candidate<T>> candidates,
            Map<SourceId, IdMapEntry> known) {
        Map<SourceId, T> unseen = new LinkedHashMap<>();
        candidates.forEach((id, candidate) -> {
            if (!known.containsKey(id)) {
                unseen.put(id, candidate.ready().target());
            }
        });
        return unseen.isEmpty() ? Map.of() : entity.match(run, unseen);
    }

    /** The present values of those records that have to be compared: all that exist and are not plainly unchanged. */
    private static <T> Map<TargetId, T> read(
            RunContext run,
            EntityMigration<?, T> entity,
            Map<SourceId, Candidate<T>> candidates,
            Map<SourceId, IdMapEntry> known,
            Map<SourceId, Match> matches,
            Map<TargetId, TargetState> states) {
        Set<TargetId> wanted = new HashSet<>();
        candidates.forEach((id, candidate) -> {
            IdMapEntry entry = known.get(id);
            if (entry != null) {
                TargetState state = states.get(entry.target());
                if (state != null && !candidate.unchangedSince(entry, state, run.conflicts())) {
                    wanted.add(entry.target());
                }
            } else if (matches.get(id) instanceof Match.One one) {
                wanted.add(one.target());
            }
        });
        return wanted.isEmpty() ? Map.of() : entity.read(run, wanted);
    }
}
