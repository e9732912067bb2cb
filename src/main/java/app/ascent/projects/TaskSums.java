package app.ascent.projects;

import org.jspecify.annotations.Nullable;

/**
 * What the tasks below a heading come to.
 *
 * @param begun how many are neither new nor completed
 * @param estimatedMinutes null where none of them says so, as the other hours
 */
public record TaskSums(
        long tasks,
        long completed,
        long begun,
        @Nullable Long estimatedMinutes,
        @Nullable Long remainingMinutes,
        @Nullable Long actualMinutes) {

    public static final TaskSums NONE = new TaskSums(0, 0, 0, null, null, null);

    public TaskSums plus(TaskSums more) {
        return new TaskSums(
                tasks + more.tasks,
                completed + more.completed,
                begun + more.begun,
                plus(estimatedMinutes, more.estimatedMinutes),
                plus(remainingMinutes, more.remainingMinutes),
                plus(actualMinutes, more.actualMinutes));
    }

    /** With an estimate of the whole where no part of it has one. */
    public TaskSums orElseEstimated(@Nullable Long minutes) {
        return estimatedMinutes == null
                ? new TaskSums(tasks, completed, begun, minutes, remainingMinutes, actualMinutes)
                : this;
    }

    private static @Nullable Long plus(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + other;
    }
}
