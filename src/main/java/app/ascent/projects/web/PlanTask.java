package app.ascent.projects.web;

import app.ascent.projects.PhaseId;
import app.ascent.projects.TaskFields;
import app.ascent.projects.TaskStatus;
import app.ascent.projects.TaskView;
import app.ascent.record.Priority;
import app.ascent.text.Hours;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as one line of a plan or a list.
 *
 * @param after numbers of the tasks that it comes after, or null for none
 * @param assignee null where it is assigned to nobody
 */
record PlanTask(
        UUID id,
        @Nullable PhaseId phase,
        @Nullable Long number,
        String title,
        @Nullable String after,
        TaskStatus status,
        Priority priority,
        @Nullable String assignee,
        @Nullable LocalDate due,
        boolean overdue,
        @Nullable String estimated,
        @Nullable String actual,
        @Nullable String remaining) {

    static PlanTask of(TaskView task, @Nullable String after, @Nullable String assignee, LocalDate today) {
        TaskFields fields = task.fields();
        return new PlanTask(
                task.id().value(),
                fields.phaseId(),
                fields.number(),
                fields.title(),
                after,
                fields.status(),
                fields.priority(),
                assignee,
                fields.endDate(),
                task.isOverdue(today),
                hours(fields.estimatedMinutes()),
                hours(fields.actualMinutes()),
                hours(fields.remainingMinutes()));
    }

    private static @Nullable String hours(@Nullable Long minutes) {
        return minutes == null ? null : Hours.of(minutes);
    }
}
