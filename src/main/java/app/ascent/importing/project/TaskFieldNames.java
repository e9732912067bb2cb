package app.ascent.importing.project;

import java.util.Map;
import java.util.Set;

/** Autotask's names for the fields of a task, for remarks about an edit that was kept; others have the same name. */
final class TaskFieldNames {

    private static final Map<String, String> BY_TASK_FIELD = Map.ofEntries(
            Map.entry("sourceNumber", "taskNumber"),
            Map.entry("projectId", "projectID"),
            Map.entry("phaseId", "phaseID"),
            Map.entry("priority", "priorityLabel"),
            Map.entry("assigneeId", TaskMapper.ASSIGNEE),
            Map.entry("assigneeName", TaskMapper.ASSIGNEE),
            Map.entry("people", TaskMapper.PEOPLE),
            Map.entry("startDate", "startDateTime"),
            Map.entry("endDate", "endDateTime"),
            Map.entry("completedAt", "completedDateTime"),
            Map.entry("estimatedMinutes", "estimatedHours"),
            Map.entry("remainingMinutes", "remainingHours"));

    private TaskFieldNames() {}

    /** All that a field is made of; the number and the hours that were worked are Ascent's own, more people stand in rows of theirs. */
    static Set<String> allOf(String taskField) {
        return switch (taskField) {
            case "number", "actualMinutes" -> Set.of();
            case "status" -> Set.of("status", "completedDateTime");
            case "people" -> Set.of("id");
            default -> Set.of(of(taskField));
        };
    }

    static String of(String taskField) {
        return BY_TASK_FIELD.getOrDefault(taskField, taskField);
    }
}
