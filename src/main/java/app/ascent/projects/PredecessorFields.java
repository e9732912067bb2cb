package app.ascent.projects;

import app.ascent.record.field.Fields;
import org.jspecify.annotations.Nullable;

/**
 * That a task can begin when another one is done.
 *
 * @param lagDays that should lie between the two, as far as the source says so
 */
public record PredecessorFields(TaskId taskId, TaskId predecessorId, @Nullable Long lagDays) {

    public static final Fields<PredecessorFields> FIELDS = Fields.of(PredecessorFields.class);
}
