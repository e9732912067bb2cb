package app.ascent.importing;

import app.ascent.crm.ImportActivity;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.RunOrigins;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.record.PartSource;
import app.ascent.record.Provenance;
import app.ascent.record.RecordNames;
import app.ascent.record.imports.ImportDeed;
import app.ascent.record.imports.ImportMatch;
import app.ascent.record.imports.ImportTelling;
import app.ascent.record.imports.ImportedPart;
import app.ascent.record.imports.ImportedRecord;
import app.ascent.record.imports.Overwritten;
import java.util.ArrayList;
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

    private final ImportActivity activity;
    private final RecordNames names;
    private final ImportTelling telling;
    private final RunOrigins origins;
    private final JsonMapper json;

    ImportBatch(
            ImportActivity activity, RecordNames names, ImportTelling telling, RunOrigins origins, JsonMapper json) {
        this.activity = activity;
        this.names = names;
        this.telling = telling;
        this.origins = origins;
        this.json = json;
    }

    /** Tells of records in which people's work was lost. */
    @FunctionalInterface
    public interface Teller<T> {

        void tell(OrganizationId organization, ImportDeed deed, List<Overwritten<T>> overwritten);
    }

    /**
     * Writes a batch, apart those that end up wholly as the source has them and those that keep something of Ascent's, and
     * tells what people lose by it.
     */
    public <T> void save(RunContext run, List<Save<T>> batch, Writer<T> writer, Teller<T> teller) {
        Map<Boolean, List<ImportedRecord<T>>> byCompleteness = batch.stream()
                .collect(Collectors.partitioningBy(
                        Save::complete, Collectors.mapping(save -> record(run, save), Collectors.toList())));
        byCompleteness.forEach((complete, records) -> {
            if (!records.isEmpty()) {
                writer.save(records, complete);
            }
        });
        List<Overwritten<T>> overwritten = overwritten(batch);
        if (!overwritten.isEmpty()) {
            teller.tell(run.organization(), deed(run), overwritten);
        }
    }

    private static <T> List<Overwritten<T>> overwritten(List<Save<T>> batch) {
        List<Overwritten<T>> overwritten = new ArrayList<>();
        for (Save<T> save : batch) {
            Save.Loss<T> loss = save.loss();
            if (loss != null) {
                overwritten.add(new Overwritten<>(save.target().value(), loss.before(), save.values(), loss.fields()));
            }
        }
        return overwritten;
    }

    /** Where it is told what people lose. */
    public ImportActivity activity() {
        return activity;
    }

    public RecordNames names() {
        return names;
    }

    public ImportTelling telling() {
        return telling;
    }

    /** What the activity of a record says of a run that overwrote something there. */
    public ImportDeed deed(RunContext run) {
        return deed(
                run,
                run.conflicts() == Conflicts.AUTOTASK_WINS
                        ? "Run %d of the Autotask migration, in which Autotask wins, replaced what was edited in Ascent"
                        : "Run %d of the Autotask migration replaced what was edited in Ascent, since Autotask has settled it");
    }

    /** The same of a run that moved the record, as somebody had done in Autotask. */
    public ImportDeed move(RunContext run) {
        return deed(run, "Run %d of the Autotask migration followed a move in Autotask");
    }

    /** The same of one that took it back, since what Autotask has there is a circle. */
    public ImportDeed givenBack(RunContext run) {
        return deed(
                run,
                "Run %d of the Autotask migration gave back what was chosen in Ascent: Autotask has a circle there");
    }

    private ImportDeed deed(RunContext run, String what) {
        RunOrigins.Origin origin = origins.of(run.run());
        return new ImportDeed(origin.startedBy(), what.formatted(origin.number()));
    }

    public static Map<SourceId, Match> matches(List<ImportMatch> found) {
        Map<SourceId, Match> matches = new HashMap<>();
        for (ImportMatch match : found) {
            List<UUID> candidates = match.candidates();
            if (candidates.size() == 1) {
                matches.put(
                        new SourceId(match.sourceId()),
                        new Match.One(new TargetId(candidates.getFirst()), match.adopted()));
            } else if (candidates.size() > 1) {
                matches.put(new SourceId(match.sourceId()), new Match.Several(candidates.size()));
            }
        }
        return matches;
    }

    /** @param id of the part, with the entity it comes from */
    <F extends Record> ImportedPart<F> part(RunContext run, Save<F> save, String id, F fields) {
        return new ImportedPart<>(
                save.target().value(),
                save.kind() == Save.Kind.CREATE,
                new PartSource(run.source().system(), run.source().database(), id),
                fields,
                json.writeValueAsString(save.details()));
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
