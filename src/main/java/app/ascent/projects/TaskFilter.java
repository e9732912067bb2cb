package app.ascent.projects;

import app.ascent.identity.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list; null does not filter.
 *
 * @param involved assigned to the task, or one of its people
 * @param open whether only those are wanted in which there is still something to do
 */
public record TaskFilter(
        @Nullable String search,
        @Nullable ProjectId project,
        @Nullable PhaseId phase,
        @Nullable UserId assignee,
        @Nullable UserId involved,
        @Nullable TaskStatus status,
        boolean open) {

    /** All tasks of one project, however they stand. */
    public static TaskFilter of(ProjectId project) {
        return new TaskFilter(null, project, null, null, null, null, false);
    }

    /** What is still to be done in a project. */
    public static TaskFilter openIn(ProjectId project) {
        return new TaskFilter(null, project, null, null, null, null, true);
    }

    /** The tasks of a project that somebody has to do with. */
    public static TaskFilter of(ProjectId project, UserId involved) {
        return new TaskFilter(null, project, null, null, involved, null, false);
    }

    /** All tasks below one heading, not counting those below headings within it. */
    public static TaskFilter of(PhaseId phase) {
        return new TaskFilter(null, null, phase, null, null, null, false);
    }
}
