package app.ascent.projects;

import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Input;
import app.ascent.record.field.Inputs;
import app.ascent.record.field.Participants;
import app.ascent.record.table.Checked;
import app.ascent.record.table.RecordRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a task must be, whoever enters it. */
@Component
class TaskRules {

    /** What it comes after is no field: imports write it apart. */
    static final String PREDECESSORS = "predecessorIds";

    private static final String PROJECT = "projectId";

    /** So many are told in an audit entry, and edited at once. */
    private static final int MOST_PREDECESSORS = 100;

    private final Inputs inputs;
    private final RecordRows<ProjectFields> projects;
    private final PhaseReading phases;
    private final TaskPredecessors predecessors;
    private final TaskNumbers numbers;
    private final Participants participants;
    private final Clock clock;

    TaskRules(
            Inputs inputs,
            RecordRows<ProjectFields> projects,
            PhaseReading phases,
            TaskPredecessors predecessors,
            TaskNumbers numbers,
            Participants participants,
            Clock clock) {
        this.inputs = inputs;
        this.projects = projects;
        this.phases = phases;
        this.predecessors = predecessors;
        this.numbers = numbers;
        this.participants = participants;
        this.clock = clock;
    }

    /** @param task that is changed, which stays in its project, or null for a new one, which is given a number there */
    Checked<TaskFields, List<TaskId>> check(OrganizationId organization, @Nullable TaskView task, Entered entered) {
        TaskFields present = task == null ? null : task.fields();
        Entered said = present == null ? entered : entered.with(PROJECT, present.projectId());
        Input<TaskFields> input = inputs.read(TaskFields.FIELDS, said, present);
        ProjectId project = input.value(PROJECT, ProjectId.class);
        if (project != null && present == null && !projects.exists(organization, project.value())) {
            input.refuse(PROJECT, "unknown");
        }
        checkPhase(organization, input, present);
        checkDates(input);
        participants.check(organization, input, TaskFields.FIELDS, present, "assigneeId", "people");
        List<TaskId> after = predecessors(organization, input, task, entered);
        TaskFields settled = begun(completed(assigned(input.accepted()), present), present);
        return new Checked<>(
                present == null
                        ? TaskFields.FIELDS.with(settled, "number", numbers.next(organization, settled.projectId()))
                        : settled,
                after);
    }

    /** An import may have left it below a phase of another project; there it may stay. */
    private void checkPhase(OrganizationId organization, Input<TaskFields> input, @Nullable TaskFields present) {
        PhaseId phase = input.value("phaseId", PhaseId.class);
        if (phase == null || present != null && phase.equals(present.phaseId())) {
            return;
        }
        ProjectId project = input.value(PROJECT, ProjectId.class);
        if (phases.find(organization, phase.value())
                .filter(found -> found.fields().projectId().equals(project))
                .isEmpty()) {
            input.refuse("phaseId", "phase-of-project");
        }
    }

    private static void checkDates(Input<TaskFields> input) {
        LocalDate start = input.value("startDate", LocalDate.class);
        LocalDate end = input.value("endDate", LocalDate.class);
        if (start != null && end != null && end.isBefore(start)) {
            input.refuse("endDate", "before-start");
        }
    }

    /** Tasks of its own project, in no circle; what it came after before may stay. */
    private List<TaskId> predecessors(
            OrganizationId organization, Input<TaskFields> input, @Nullable TaskView task, Entered entered) {
        List<TaskId> after = inputs.ids(input, entered, PREDECESSORS, TaskId.class);
        List<TaskId> before = task == null ? List.of() : task.predecessors();
        List<TaskId> added =
                after.stream().filter(each -> !before.contains(each)).toList();
        ProjectId project = input.value(PROJECT, ProjectId.class);
        if (added.isEmpty() || project == null) {
            return after;
        }
        predecessors.lock(organization);
        if (task != null && added.contains(task.id())) {
            input.refuse(PREDECESSORS, "other-task");
        } else if (!predecessors.areOf(organization, project, added)) {
            input.refuse(PREDECESSORS, "task-of-project");
        } else if (task != null && predecessors.closeCircle(organization, task.id(), added)) {
            input.refuse(PREDECESSORS, "task-circle");
        } else if (after.size() > MOST_PREDECESSORS) {
            input.refuse(PREDECESSORS, "too-many-predecessors", MOST_PREDECESSORS);
        }
        return after;
    }

    /** All that was estimated remains of a new task, unless somebody says otherwise. */
    private static TaskFields begun(TaskFields task, @Nullable TaskFields present) {
        return present == null && task.remainingMinutes() == null
                ? TaskFields.FIELDS.with(task, "remainingMinutes", task.estimatedMinutes())
                : task;
    }

    /** A user has a name of their own. */
    private static TaskFields assigned(TaskFields task) {
        return task.assigneeId() == null ? task : TaskFields.FIELDS.with(task, "assigneeName", null);
    }

    /**
     * Whoever completes a task need not say when, and one that goes on again is no longer completed. Nothing remains of one
     * that is completed unless somebody says so at that moment: what a form sends back unchanged is what nobody thought of,
     * and would be counted among what the project still takes.
     */
    private TaskFields completed(TaskFields task, @Nullable TaskFields present) {
        TaskFields before = present != null && present.status() == TaskStatus.COMPLETED ? present : null;
        if (task.status() != TaskStatus.COMPLETED) {
            return before == null ? task : TaskFields.FIELDS.with(task, "completedAt", null);
        }
        if (before != null) {
            return task.completedAt() == null
                    ? TaskFields.FIELDS.with(task, "completedAt", before.completedAt())
                    : task;
        }
        Long stood = present == null ? null : present.remainingMinutes();
        TaskFields done = Objects.equals(task.remainingMinutes(), stood)
                ? TaskFields.FIELDS.with(task, "remainingMinutes", 0L)
                : task;
        return done.completedAt() == null ? TaskFields.FIELDS.with(done, "completedAt", clock.instant()) : done;
    }
}
