package app.ascent.importing.project;

import app.ascent.identity.UserId;
import app.ascent.importing.Link;
import app.ascent.importing.Owner;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Figures;
import app.ascent.importing.field.Originals;
import app.ascent.importing.field.Tables;
import app.ascent.importing.field.Tables.Resource;
import app.ascent.importing.field.Value;
import app.ascent.importing.work.MorePeople;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.projects.PhaseId;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskFields;
import app.ascent.projects.TaskStatus;
import app.ascent.record.Priority;
import app.ascent.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a task is made of when it comes from an Autotask task. The rules are told in docs/mapping.md. */
final class TaskMapper {

    static final EntityType TYPE = new EntityType("tasks");
    static final Owner TASK = new Owner(TYPE, "taskID", "task", "task");

    static final String ASSIGNEE = "assignedResourceID";
    static final String PEOPLE = "secondaryResources";

    private static final MorePeople MORE_PEOPLE = new MorePeople(PEOPLE, "task", 100);

    private static final String PHASE = "phaseID";
    private static final String COMPLETED = "completedDateTime";

    private static final Originals<AutotaskTask> ORIGINALS = new Originals<>(
            AutotaskTask.class,
            Set.of(
                    "id",
                    "projectID",
                    PHASE,
                    "title",
                    "taskNumber",
                    "status",
                    "priorityLabel",
                    ASSIGNEE,
                    "startDateTime",
                    "endDateTime",
                    COMPLETED,
                    "estimatedHours",
                    "remainingHours",
                    "description"),
            Set.of("createDateTime", "lastActivityDateTime"));

    private TaskMapper() {}

    static List<SourceRef> references(AutotaskTask source) {
        return Stream.of(
                        ProjectMapper.PROJECT.reference(source.projectID()),
                        phase(source).reference())
                .flatMap(Optional::stream)
                .toList();
    }

    static List<Lookup.Key> lookUps(AutotaskTask source) {
        return Stream.of(
                        Tables.keys(Tables.RESOURCES, source.assignedResourceID(), "assignee"),
                        Tables.keys(ProjectLookUps.PHASES, source.phaseID()),
                        Tables.keys(ProjectLookUps.MORE_PEOPLE, source.id()))
                .flatMap(keys -> keys)
                .toList();
    }

    private static Link phase(AutotaskTask source) {
        return new Link(PHASE, PhaseMapper.TYPE, source.phaseID(), "phase");
    }

    static String name(AutotaskTask source) {
        String title = Text.name(source.title());
        return title == null
                ? standIn(source, Text.clean(source.id()))
                : Text.cut(title, TaskFields.FIELDS.named("title").limit());
    }

    private static String standIn(AutotaskTask source, @Nullable String id) {
        String number = Text.name(source.taskNumber());
        return "Task " + (number == null ? id : Text.cut(number, 50));
    }

    static Mapped<TaskFields> map(SourceId id, AutotaskTask source, References references) {
        return ProjectMapper.PROJECT.map(source.projectID(), references, project -> {
            FieldReading reading = new FieldReading(TYPE.name(), references);
            TaskFields task = reading.fitted(
                    TaskFields.FIELDS,
                    task(id, source, new ProjectId(project.value()), reading, references),
                    TaskFieldNames::of);
            ORIGINALS.keep(source, reading);
            reading.userDefined(Objects.requireNonNullElse(source.userDefinedFields(), List.of()));
            return new Mapped.Ready<>(
                    task, reading.details(), reading.findings(), Map.of(), Map.of(), reading.unsaid());
        });
    }

    private static TaskFields task(
            SourceId id, AutotaskTask source, ProjectId project, FieldReading reading, References references) {
        var figures = new Figures(reading);
        LocalDate start = figures.date("startDateTime", source.startDateTime());
        Instant completed = figures.time(COMPLETED, source.completedDateTime());
        Optional<Resource> assignee = reading.person(ASSIGNEE, source.assignedResourceID(), "assignee");
        UserId member = assignee.map(Resource::member).orElse(null);
        return new TaskFields(
                title(id, source, reading),
                null,
                Text.name(source.taskNumber()),
                project,
                phase(source, reading, references),
                status(source, completed, reading),
                Priority.valueOf(TaskMeanings.PRIORITY.of(source.priorityLabel(), reading, Priority.MEDIUM.name())),
                member,
                member == null ? assignee.map(Resource::label).orElse(null) : null,
                MORE_PEOPLE.of(
                        reading.look(ProjectLookUps.MORE_PEOPLE, source.id()), source.assignedResourceID(), reading),
                start,
                figures.end("endDateTime", source.endDateTime(), start),
                completed,
                figures.minutes("estimatedHours", source.estimatedHours()),
                figures.minutes("remainingHours", source.remainingHours()),
                null,
                Text.clean(source.description()));
    }

    private static String title(SourceId id, AutotaskTask source, FieldReading reading) {
        String title = Text.name(source.title());
        if (title != null) {
            return title;
        }
        String standIn = standIn(source, id.toString());
        reading.substituted("title", null, standIn);
        return standIn;
    }

    private static @Nullable PhaseId phase(AutotaskTask source, FieldReading reading, References references) {
        String value = Value.listed(source.phaseID());
        return value != null && PhaseMapper.elsewhere(PHASE, value, source.projectID(), reading, "phase")
                ? null
                : phase(source).in(references, reading, PhaseId::new);
    }

    private static TaskStatus status(AutotaskTask source, @Nullable Instant completed, FieldReading reading) {
        TaskStatus otherwise = completed == null ? TaskStatus.NEW : TaskStatus.COMPLETED;
        return TaskStatus.valueOf(TaskMeanings.STATUS.of(source.status(), reading, otherwise.name()));
    }
}
