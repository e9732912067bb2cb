package app.ascent.projects;

import app.ascent.identity.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list; null does not filter.
 *
 * @param open whether only those are wanted in which there is still something to do
 */
public record TaskFilter(
        @Nullable String search,
        @Nullable ProjectId project,
        @Nullable PhaseId phase,
        @Nullable UserId assignee,
        @Nullable TaskStatus status,
        boolean open) {

    /** All tasks of one project, however they stand. */
    public static TaskFilter of(ProjectId project) {
        return new TaskFilter(null, project, null, null, null, false);
    }

    /** All tasks below one heading, not counting those below headings within it. */
    public static TaskFilter of(PhaseId phase) {
        return new TaskFilter(null, null, phase, null, null, false);
    }
}
