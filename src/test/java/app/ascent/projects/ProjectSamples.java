package app.ascent.projects;

import app.ascent.crm.ClientId;
import app.ascent.identity.UserId;
import app.ascent.record.Priority;
import app.ascent.record.field.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Projects and tasks with no more said than a test is about. */
public final class ProjectSamples {

    private ProjectSamples() {}

    public static ProjectFields project(ClientId client, String name, @Nullable LocalDate start) {
        return new ProjectFields(
                name,
                null,
                "P20260203.0002",
                client,
                null,
                null,
                "Jonas Østergaard",
                ProjectType.CLIENT,
                ProjectStatus.ACTIVE,
                start,
                null,
                null,
                8_400L,
                2_640L,
                30L,
                null,
                null);
    }

    public static TaskFields task(ProjectId project, String title) {
        return new TaskFields(
                title,
                null,
                "T20260203.0007",
                project,
                null,
                TaskStatus.NEW,
                Priority.MEDIUM,
                null,
                "Kjell Ström",
                List.of(Person.named("Priya Raman"), Person.user(new UserId(new UUID(1, 2)))),
                null,
                null,
                null,
                240L,
                120L,
                null,
                null);
    }

    public static TaskFields with(TaskFields task, String field, @Nullable Object value) {
        return TaskFields.FIELDS.with(task, field, value);
    }
}
