package app.ascent.importing.work;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far a piece of work is, as far as a label of its status tells. */
public enum Progress {
    NEW,
    IN_PROGRESS,
    WAITING,
    RESOLVED,
    COMPLETED;

    /** Of the statuses that Autotask itself defined, by their numbers. */
    public static final Map<String, Progress> BY_SYSTEM_ID = Map.of("1", NEW, "5", COMPLETED);

    /** @param label without case and doubled blanks */
    public static @Nullable Progress called(String label) {
        return switch (label) {
            case "new" -> NEW;
            case "in progress", "work in progress", "dispatched", "scheduled", "assigned" -> IN_PROGRESS;
            case "on hold", "customer note added", "customer note pending", "customer note added/pending" -> WAITING;
            case "resolved", "work complete", "work completed" -> RESOLVED;
            case "complete", "completed", "closed", "done" -> COMPLETED;
            default -> label.startsWith("waiting") ? WAITING : null;
        };
    }
}
