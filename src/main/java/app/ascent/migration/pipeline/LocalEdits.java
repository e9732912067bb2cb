package app.ascent.migration.pipeline;

import app.ascent.migration.idmap.IdMap;
import app.ascent.migration.idmap.KnownRecord;
import app.ascent.migration.idmap.Written;
import app.ascent.migration.spi.Afterwards;
import app.ascent.migration.spi.DeferredLink;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.LostLink;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.spi.TargetState;
import app.ascent.migration.staging.StagedLookups;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what people would lose if the source's values won: by mapping what the source last sent once more, and deciding as
 * a run would. Reads only.
 */
@Component
public class LocalEdits {

    /** Records of one type that are looked at; who edited more of them is told that there are more. */
    private static final int MOST = 2_000;

    private static final int BATCH = 500;

    /**
     * One value that would be lost.
     *
     * @param field Ascent's name of the field, or the source's where it is no field of the record
     * @param sourceField the source's name of it
     * @param stands the value in Ascent
     * @param comes the source's value
     */
    public record Edit(
            EntityType type,
            SourceId source,
            TargetId target,
            @Nullable String name,
            String field,
            String sourceField,
            @Nullable String stands,
            @Nullable String comes) {}

    /** @param all whether there are no more than these */
    public record Lost(List<Edit> edits, boolean all) {}

    private final EntityMigrations entities;
    private final StagedLookups staging;
    private final Mapping mapping;
    private final IdMap idMap;
    private final DeferredLinks links;

    LocalEdits(EntityMigrations entities, StagedLookups staging, Mapping mapping, IdMap idMap, DeferredLinks links) {
        this.entities = entities;
        this.staging = staging;
        this.mapping = mapping;
        this.idMap = idMap;
        this.links = links;
    }

    /** @param run the last one that read the source, as if it let the source win */
    public Lost find(RunContext run, Dictionary dictionary) {
        List<Edit> edits = new ArrayList<>();
        boolean all = true;
        for (EntityMigration<?, ?> entity : entities.within(run.scope())) {
            if (entity.editedByPeople()) {
                all &= find(run, entity, dictionary, edits);
            }
        }
        return new Lost(List.copyOf(edits), all);
    }

    private <S, T> boolean find(RunContext run, EntityMigration<S, T> entity, Dictionary dictionary, List<Edit> edits) {
        TreeSet<SourceId> suspects = new TreeSet<>(entity.edited(run, MOST + 1));
        suspects.addAll(idMap.found(run, entity.type(), MOST + 1));
        List<SourceId> looked = suspects.stream().limit(MOST).toList();
        List<Edit> own = new ArrayList<>();
        for (int from = 0; from < looked.size(); from += BATCH) {
            List<SourceId> page = looked.subList(from, Math.min(looked.size(), from + BATCH));
            List<Read<T>> batch = mapping.map(run, entity, staging.those(run, entity.type(), page), dictionary);
            own.addAll(lost(run, entity, batch));
        }
        own.addAll(links(run, entity));
        own.sort(Comparator.comparing(Edit::source));
        edits.addAll(own);
        return looked.size() == suspects.size();
    }

    private <T> List<Edit> lost(RunContext run, EntityMigration<?, T> entity, List<Read<T>> batch) {
        Map<SourceId, KnownRecord> known =
                idMap.find(run, entity.type(), batch.stream().map(Read::id).toList());
        Map<SourceId, Written> written = idMap.written(run, entity.type(), known.keySet());
        List<TargetId> targets =
                known.values().stream().map(KnownRecord::target).toList();
        Map<TargetId, TargetState> states = entity.states(run, targets);
        Map<TargetId, T> current = entity.read(run, targets);
        RecordPlan<T> plan = new RecordPlan<>(run, entity, new Standing<>(known, written, Map.of(), states, current));
        List<Edit> edits = new ArrayList<>();
        for (Read<T> read : batch) {
            KnownRecord entry = known.get(read.id());
            if (entry == null || !(read.mapped() instanceof Mapped.Ready<T> ready)) {
                continue;
            }
            T stands = current.get(entry.target());
            TargetState state = states.get(entry.target());
            if (stands != null && state != null) {
                plan.merge(Candidate.of(read, ready), written.getOrDefault(read.id(), Written.NOTHING), stands, state)
                        .lost()
                        .forEach(lost -> edits.add(edit(entity, read, entry.target(), lost)));
            }
        }
        return edits;
    }

    private static Edit edit(EntityMigration<?, ?> entity, Read<?> read, TargetId target, Merge.Difference lost) {
        return new Edit(
                entity.type(),
                read.id(),
                target,
                read.name(),
                lost.field(),
                entity.sourceField(lost.field()),
                lost.stands(),
                lost.source());
    }

    private List<Edit> links(RunContext run, EntityMigration<?, ?> entity) {
        List<LostLink> lost = new ArrayList<>(entity.lostLinks(run));
        for (Afterwards step : entity.afterwards()) {
            if (step instanceof DeferredLink link) {
                lost.addAll(links.lost(run, entity.type(), link, MOST));
            }
        }
        Map<SourceId, String> names = staging.names(
                run, entity.type(), lost.stream().map(LostLink::record).toList());
        return lost.stream()
                .map(link -> new Edit(
                        entity.type(),
                        link.record(),
                        link.target(),
                        names.get(link.record()),
                        link.field(),
                        link.field(),
                        link.stands(),
                        link.comes()))
                .toList();
    }
}
