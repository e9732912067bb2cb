package app.ascent.importing;

import app.ascent.crm.ImportMatch;
import app.ascent.crm.ImportedRecord;
import app.ascent.crm.Provenance;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.spi.TargetState;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Speaks for the engine's batches in the words of clients and contacts, which know nothing of migrations. */
@Component
public class ImportBatch {

    /** Writes records of one kind. */
    @FunctionalInterface
    public interface Writer<T> {

        /** @param complete whether every field now has the source's value */
        void save(List<ImportedRecord<T>> records, boolean complete);
    }

    private final JsonMapper json;

    ImportBatch(JsonMapper json) {
        this.json = json;
    }

    /** Writes a batch, apart those that end up wholly as the source has them and those that keep something of Ascent's. */
    public <T> void save(RunContext run, List<Save<T>> batch, Writer<T> writer) {
        Map<Boolean, List<ImportedRecord<T>>> byCompleteness = batch.stream()
                .collect(Collectors.partitioningBy(
                        save -> isComplete(run, save),
                        Collectors.mapping(save -> record(run, save), Collectors.toList())));
        byCompleteness.forEach((complete, records) -> {
            if (!records.isEmpty()) {
                writer.save(records, complete);
            }
        });
    }

    public static Map<SourceId, Match> matches(List<ImportMatch> found) {
        Map<SourceId, Match> matches = new HashMap<>();
        for (ImportMatch match : found) {
            List<UUID> candidates = match.candidates();
            if (candidates.size() == 1) {
                matches.put(new SourceId(match.sourceId()), new Match.One(new TargetId(candidates.getFirst())));
            } else if (candidates.size() > 1) {
                matches.put(new SourceId(match.sourceId()), new Match.Several(candidates.size()));
            }
        }
        return matches;
    }

    public static Map<TargetId, TargetState> states(Map<UUID, Boolean> edited) {
        Map<TargetId, TargetState> states = new HashMap<>();
        edited.forEach((id, byPerson) -> states.put(new TargetId(id), new TargetState(byPerson)));
        return states;
    }

    public static <T> Map<TargetId, T> byTarget(Map<UUID, T> byId) {
        Map<TargetId, T> byTarget = new HashMap<>();
        byId.forEach((id, fields) -> byTarget.put(new TargetId(id), fields));
        return byTarget;
    }

    public static List<UUID> ids(Collection<TargetId> targets) {
        return targets.stream().map(TargetId::value).toList();
    }

    private static boolean isComplete(RunContext run, Save<?> save) {
        return switch (save.kind()) {
            case CREATE -> true;
            case UPDATE -> run.conflicts() == Conflicts.AUTOTASK_WINS;
            case LINK -> false;
        };
    }

    private <T> ImportedRecord<T> record(RunContext run, Save<T> save) {
        Provenance provenance = new Provenance(
                run.source().system(), run.source().database(), save.source().value());
        return new ImportedRecord<>(
                save.target().value(),
                save.kind() == Save.Kind.CREATE,
                provenance,
                save.values(),
                json.writeValueAsString(save.details()));
    }
}
