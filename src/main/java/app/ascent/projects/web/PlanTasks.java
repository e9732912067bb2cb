package app.ascent.projects.web;

import app.ascent.contracts.OrganizationDays;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.projects.TaskId;
import app.ascent.projects.TaskView;
import app.ascent.projects.Tasks;
import app.ascent.record.RecordNames;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Makes lines of tasks: who does them, and what they come after, comes from a statement each. */
@Component
class PlanTasks {

    private final Tasks tasks;
    private final RecordNames names;
    private final OrganizationDays days;

    PlanTasks(Tasks tasks, RecordNames names, OrganizationDays days) {
        this.tasks = tasks;
        this.names = names;
        this.days = days;
    }

    Page<PlanTask> of(OrganizationId organization, Page<TaskView> some) {
        LocalDate today = days.today(organization);
        Map<TaskId, Long> numbers = numbers(organization, some.getContent());
        Map<Object, String> named = names.of(
                organization,
                some.stream()
                        .map(task -> task.fields().assigneeId())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return some.map(task -> PlanTask.of(task, after(task, numbers), assignee(task, named), today));
    }

    private static @Nullable String assignee(TaskView task, Map<Object, String> named) {
        UserId assignee = task.fields().assigneeId();
        return assignee == null ? task.fields().assigneeName() : named.get(assignee);
    }

    private static @Nullable String after(TaskView task, Map<TaskId, Long> numbers) {
        String after = task.predecessors().stream()
                .map(numbers::get)
                .filter(Objects::nonNull)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return after.isEmpty() ? null : after;
    }

    /** Those of tasks that are not among these are read. */
    private Map<TaskId, Long> numbers(OrganizationId organization, List<TaskView> some) {
        Map<TaskId, Long> numbers = new HashMap<>();
        some.forEach(task -> number(numbers, task));
        List<TaskId> missing = some.stream()
                .flatMap(task -> task.predecessors().stream())
                .filter(task -> !numbers.containsKey(task))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            tasks.some(organization, missing, PageRequest.of(0, missing.size())).forEach(task -> number(numbers, task));
        }
        return numbers;
    }

    private static void number(Map<TaskId, Long> numbers, TaskView task) {
        Long number = task.fields().number();
        if (number != null) {
            numbers.put(task.id(), number);
        }
    }
}
