package app.ascent.projects;

import app.ascent.record.field.Fields;
import app.ascent.record.field.Line;
import app.ascent.record.field.Minutes;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The fields of a phase that an import can fill; the phase above it is written apart. */
public record PhaseFields(
        ProjectId projectId,
        @Line(255) String title,
        @Nullable LocalDate startDate,
        @Nullable LocalDate dueDate,
        @Minutes @Nullable Long estimatedMinutes) {

    public static final Fields<PhaseFields> FIELDS = Fields.of(PhaseFields.class);

    LocalDate startsOn() {
        return startDate == null ? ProjectFields.NEVER : startDate;
    }
}
