package app.ascent.projects;

import app.ascent.record.Provenance;
import app.ascent.record.field.Entered;
import app.ascent.record.table.RecordView;
import app.ascent.text.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as pages and the API show it.
 *
 * @param predecessors tasks that it comes after, in the order of their ids
 */
public record TaskView(
        TaskId id,
        TaskFields fields,
        List<TaskId> predecessors,
        @Nullable Provenance source,
        Instant created,
        Instant updated,
        long version)
        implements RecordView<TaskId, TaskFields> {

    @Override
    public String name() {
        return fields.title();
    }

    public boolean isOverdue(LocalDate today) {
        return fields.status() != TaskStatus.COMPLETED && fields.endsOn().isBefore(today);
    }

    @Override
    public Entered entered() {
        return Entered.of(TaskFields.FIELDS, fields)
                .with("estimatedMinutes", hours(fields.estimatedMinutes()))
                .with("remainingMinutes", hours(fields.remainingMinutes()))
                .with("actualMinutes", hours(fields.actualMinutes()))
                .with(TaskRules.PREDECESSORS, predecessors)
                .with(Entered.VERSION, version);
    }

    private static @Nullable String hours(@Nullable Long minutes) {
        return minutes == null ? null : Hours.of(minutes);
    }
}
