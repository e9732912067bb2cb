package app.ascent.importing.project;

import app.ascent.importing.field.Meaning;
import app.ascent.importing.work.Progress;
import app.ascent.importing.work.Urgency;
import app.ascent.projects.TaskStatus;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the picklists of tasks mean; their labels are those of tickets. */
final class TaskMeanings {

    static final Meaning STATUS = new Meaning(
            "status",
            Arrays.stream(TaskStatus.values()).map(TaskStatus::name).toList(),
            TaskStatus.NEW.name(),
            label -> status(Progress.called(label)),
            Progress.BY_SYSTEM_ID.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, each -> of(each.getValue()).name())));

    static final Meaning PRIORITY = Urgency.meaning("priorityLabel");

    private TaskMeanings() {}

    private static @Nullable String status(@Nullable Progress progress) {
        return progress == null ? null : of(progress).name();
    }

    private static TaskStatus of(Progress progress) {
        return switch (progress) {
            case NEW -> TaskStatus.NEW;
            case IN_PROGRESS -> TaskStatus.IN_PROGRESS;
            case WAITING -> TaskStatus.WAITING;
            case RESOLVED, COMPLETED -> TaskStatus.COMPLETED;
        };
    }
}
