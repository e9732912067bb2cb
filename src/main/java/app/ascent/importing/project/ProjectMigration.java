package app.ascent.importing.project;

import app.ascent.autotask.client.Condition;
import app.ascent.identity.OrganizationId;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.HistoryFilter;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.Link;
import app.ascent.importing.Owner;
import app.ascent.importing.RecordMigration;
import app.ascent.importing.field.Tables;
import app.ascent.migration.spi.Counts;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.projects.ProjectActivity;
import app.ascent.projects.ProjectFields;
import app.ascent.projects.ProjectId;
import app.ascent.projects.ProjectImports;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Projects of Autotask become projects of the clients their companies became. */
@Component
class ProjectMigration extends RecordMigration<AutotaskProject, ProjectFields> {

    private static final HistoryFilter HISTORY =
            HistoryFilter.of(Condition.missing(ProjectMapper.COMPLETED), "lastActivityDateTime");

    private final ProjectImports projects;
    private final ProjectActivity activity;

    ProjectMigration(AutotaskSource autotask, ProjectImports projects, ProjectActivity activity, ImportBatch batches) {
        super(autotask, projects, ProjectFields.FIELDS, batches);
        this.projects = projects;
        this.activity = activity;
    }

    @Override
    public EntityType type() {
        return ProjectMapper.TYPE;
    }

    @Override
    public Set<EntityType> dependsOn() {
        return Set.of(Owner.CLIENT.type(), Link.CONTRACTS);
    }

    /** A project can do without its contract. */
    @Override
    public Set<EntityType> needs() {
        return Set.of(Owner.CLIENT.type());
    }

    @Override
    public String path() {
        return "Projects";
    }

    @Override
    public String becomes() {
        return "projects";
    }

    @Override
    public Class<ProjectId> ids() {
        return ProjectId.class;
    }

    /** Autotask tells of none that opens a project. */
    @Override
    public String pageCommand() {
        return "";
    }

    @Override
    public Class<AutotaskProject> payload() {
        return AutotaskProject.class;
    }

    @Override
    public Set<String> indispensable() {
        return Set.of(Owner.CLIENT.field());
    }

    @Override
    protected HistoryFilter history() {
        return HISTORY;
    }

    @Override
    public List<DecidableField> decidable() {
        return List.of(ProjectMeanings.TYPE.decidable(), ProjectMeanings.STATUS.decidable());
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(ProjectMapper.NOT_A_PROJECT);
    }

    @Override
    public String name(AutotaskProject source) {
        return ProjectMapper.name(source);
    }

    @Override
    public List<SourceRef> references(AutotaskProject source) {
        return ProjectMapper.references(source);
    }

    @Override
    public List<Lookup.Key> lookUps(AutotaskProject source) {
        return Tables.keys(Tables.RESOURCES, source.projectLeadResourceID()).toList();
    }

    @Override
    public Mapped<ProjectFields> map(SourceId id, AutotaskProject source, References references) {
        return ProjectMapper.map(id, source, references);
    }

    @Override
    public Function<AutotaskProject, Counts> counting(OrganizationId organization) {
        return source -> Counts.below(Owner.CLIENT.reference(source.companyID()).orElse(null));
    }

    @Override
    public String sourceField(String field) {
        return ProjectFieldNames.of(field);
    }

    @Override
    public Set<String> sourceFields(String field) {
        return ProjectFieldNames.allOf(field);
    }

    /** A user has a name of their own, and what goes on was not completed. */
    @Override
    public List<List<String>> together() {
        return List.of(List.of("leadId", "leadName"), List.of("status", "completedAt"));
    }

    @Override
    public Map<String, String> periods() {
        return Map.of("startDate", "endDate");
    }

    @Override
    public Map<SourceId, Match> match(RunContext run, Map<SourceId, ProjectFields> unseen) {
        return adopted(run, unseen);
    }

    @Override
    public void save(RunContext run, List<Save<ProjectFields>> batch) {
        batches.save(
                run,
                batch,
                (records, complete) -> projects.save(run.organization(), records, complete),
                activity::projects);
    }
}
