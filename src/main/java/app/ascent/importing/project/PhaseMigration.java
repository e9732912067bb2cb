package app.ascent.importing.project;

import app.ascent.importing.AutotaskSource;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.RecordLink;
import app.ascent.importing.RecordMigration;
import app.ascent.importing.field.Tables;
import app.ascent.migration.spi.Afterwards;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.projects.PhaseFields;
import app.ascent.projects.PhaseId;
import app.ascent.projects.PhaseImports;
import app.ascent.projects.PhaseParents;
import app.ascent.projects.Phases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Phases of Autotask become the headings of the projects they belong to. */
@Component
class PhaseMigration extends RecordMigration<AutotaskPhase, PhaseFields> {

    private static final RecordLink.Words PARENT = new RecordLink.Words(
            Phases.AUDITED_AS,
            "Part of",
            "Its parent phase",
            "No parent phase comes from there.",
            "Phases are part of one another in a circle, so this link was left out.");

    private final PhaseImports phases;
    private final PhaseParents parents;

    PhaseMigration(AutotaskSource autotask, PhaseImports phases, PhaseParents parents, ImportBatch batches) {
        super(autotask, phases, PhaseFields.FIELDS, batches);
        this.phases = phases;
        this.parents = parents;
    }

    @Override
    public EntityType type() {
        return PhaseMapper.TYPE;
    }

    @Override
    public EntityType kind() {
        return ProjectMapper.TYPE;
    }

    @Override
    public Set<EntityType> dependsOn() {
        return Set.of(ProjectMapper.TYPE);
    }

    @Override
    public String path() {
        return "Phases";
    }

    @Override
    public String becomes() {
        return "phases";
    }

    @Override
    public Class<PhaseId> ids() {
        return PhaseId.class;
    }

    /** People see it on the page of its project. */
    @Override
    public Optional<String> page(UUID target) {
        return Optional.empty();
    }

    @Override
    public String pageCommand() {
        return "";
    }

    @Override
    public Class<AutotaskPhase> payload() {
        return AutotaskPhase.class;
    }

    @Override
    public Set<String> indispensable() {
        return Set.of(ProjectMapper.PROJECT.field());
    }

    @Override
    protected boolean hasPicklists() {
        return false;
    }

    @Override
    public String name(AutotaskPhase source) {
        return PhaseMapper.name(source);
    }

    @Override
    public List<SourceRef> references(AutotaskPhase source) {
        return ProjectMapper.PROJECT.reference(source.projectID()).stream().toList();
    }

    @Override
    public List<Lookup.Key> lookUps(AutotaskPhase source) {
        return Tables.keys(ProjectLookUps.PHASES, source.parentPhaseID()).toList();
    }

    @Override
    public Mapped<PhaseFields> map(SourceId id, AutotaskPhase source, References references) {
        return PhaseMapper.map(id, source, references);
    }

    @Override
    public String sourceField(String field) {
        return ProjectFieldNames.ofPhase(field);
    }

    @Override
    public Map<String, String> periods() {
        return Map.of("startDate", "dueDate");
    }

    @Override
    public Map<SourceId, Match> match(RunContext run, Map<SourceId, PhaseFields> unseen) {
        return adopted(run, unseen);
    }

    @Override
    public void save(RunContext run, List<Save<PhaseFields>> batch) {
        batches.save(
                run,
                batch,
                (records, complete) -> phases.save(run.organization(), records, complete),
                (organization, deed, overwritten) -> batches.telling()
                        .overwritten(
                                organization,
                                deed,
                                Phases.AUDITED_AS,
                                PhaseFields.FIELDS,
                                PhaseFields::title,
                                overwritten));
    }

    /** A phase may be part of one with a larger id. */
    @Override
    public List<Afterwards> afterwards() {
        return List.of(new RecordLink(PhaseMapper.PARENT, parents, true, PhaseId::new, PARENT, batches));
    }
}
