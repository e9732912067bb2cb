package app.ascent.importing.project;

import app.ascent.identity.OrganizationId;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.RecordMigration;
import app.ascent.migration.spi.Counts;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.projects.TaskFields;
import app.ascent.projects.TaskId;
import app.ascent.projects.TaskImports;
import app.ascent.projects.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tasks of Autotask become tasks of the projects they belong to. */
@Component
class TaskMigration extends RecordMigration<AutotaskTask, TaskFields> {

    private final TaskImports tasks;

    TaskMigration(AutotaskSource autotask, TaskImports tasks, ImportBatch batches) {
        super(autotask, tasks, TaskFields.FIELDS, batches);
        this.tasks = tasks;
    }

    @Override
    public EntityType type() {
        return TaskMapper.TYPE;
    }

    @Override
    public EntityType kind() {
        return ProjectMapper.TYPE;
    }

    @Override
    public Set<EntityType> dependsOn() {
        return Set.of(ProjectMapper.TYPE, PhaseMapper.TYPE);
    }

    /** A task can do without its phase. */
    @Override
    public Set<EntityType> needs() {
        return Set.of(ProjectMapper.TYPE);
    }

    @Override
    public String path() {
        return "Tasks";
    }

    @Override
    public String becomes() {
        return "tasks";
    }

    @Override
    public Class<TaskId> ids() {
        return TaskId.class;
    }

    @Override
    public String pageCommand() {
        return "Code=OpenTaskDetail&TaskID=";
    }

    @Override
    public Class<AutotaskTask> payload() {
        return AutotaskTask.class;
    }

    @Override
    public Set<String> indispensable() {
        return Set.of(ProjectMapper.PROJECT.field());
    }

    @Override
    public List<DecidableField> decidable() {
        return List.of(TaskMeanings.STATUS.decidable(), TaskMeanings.PRIORITY.decidable());
    }

    @Override
    public String name(AutotaskTask source) {
        return TaskMapper.name(source);
    }

    @Override
    public List<SourceRef> references(AutotaskTask source) {
        return TaskMapper.references(source);
    }

    @Override
    public List<Lookup.Key> lookUps(AutotaskTask source) {
        return TaskMapper.lookUps(source);
    }

    @Override
    public Mapped<TaskFields> map(SourceId id, AutotaskTask source, References references) {
        return TaskMapper.map(id, source, references);
    }

    @Override
    public Function<AutotaskTask, Counts> counting(OrganizationId organization) {
        return source ->
                Counts.below(ProjectMapper.PROJECT.reference(source.projectID()).orElse(null));
    }

    @Override
    public String sourceField(String field) {
        return TaskFieldNames.of(field);
    }

    @Override
    public Set<String> sourceFields(String field) {
        return TaskFieldNames.allOf(field);
    }

    /** A user has a name of their own, and what goes on was not completed. */
    @Override
    public List<List<String>> together() {
        return List.of(List.of("assigneeId", "assigneeName"), List.of("status", "completedAt"));
    }

    @Override
    public Map<String, String> periods() {
        return Map.of("startDate", "endDate");
    }

    @Override
    public Map<SourceId, Match> match(RunContext run, Map<SourceId, TaskFields> unseen) {
        return adopted(run, unseen);
    }

    @Override
    public void save(RunContext run, List<Save<TaskFields>> batch) {
        batches.save(
                run,
                batch,
                (records, complete) -> tasks.save(run.organization(), records, complete),
                (organization, deed, overwritten) -> batches.telling()
                        .overwritten(
                                organization,
                                deed,
                                Tasks.AUDITED_AS,
                                TaskFields.FIELDS,
                                TaskFields::title,
                                overwritten));
    }
}
