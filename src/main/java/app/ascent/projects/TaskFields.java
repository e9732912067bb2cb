package app.ascent.projects;

import app.ascent.identity.UserId;
import app.ascent.record.Priority;
import app.ascent.record.field.BySource;
import app.ascent.record.field.Fields;
import app.ascent.record.field.Line;
import app.ascent.record.field.LongText;
import app.ascent.record.field.Minutes;
import app.ascent.record.field.Otherwise;
import app.ascent.record.field.People;
import app.ascent.record.field.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a task that an import can fill; what it comes after is written apart ({@link TaskPredecessorImports}).
 *
 * @param number within its project, by {@link TaskNumbers}, also where an import brings the task; null only until then
 * @param sourceNumber what the source called it, by which people look for it
 * @param assigneeName who does it where that is no user
 * @param people who do it together with the assignee
 */
public record TaskFields(
        @Line(255) String title,
        @BySource @Nullable Long number,
        @BySource @Line(50) @Nullable String sourceNumber,
        ProjectId projectId,
        @Nullable PhaseId phaseId,
        @Otherwise("NEW") TaskStatus status,
        @Otherwise("MEDIUM") Priority priority,
        @Nullable UserId assigneeId,
        @Line(200) @Nullable String assigneeName,
        @People(100) List<Person> people,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable Instant completedAt,
        @Minutes @Nullable Long estimatedMinutes,
        @Minutes @Nullable Long remainingMinutes,
        @Minutes @Nullable Long actualMinutes,
        @LongText @Nullable String description) {

    public static final Fields<TaskFields> FIELDS = Fields.of(TaskFields.class);

    LocalDate endsOn() {
        return endDate == null ? ProjectFields.NEVER : endDate;
    }
}
