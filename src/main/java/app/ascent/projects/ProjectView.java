package app.ascent.projects;

import app.ascent.record.Provenance;
import app.ascent.record.field.Entered;
import app.ascent.record.table.RecordView;
import app.ascent.text.Hours;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A project as lists, pages and the API show it. */
public record ProjectView(
        ProjectId id, ProjectFields fields, @Nullable Provenance source, Instant created, Instant updated, long version)
        implements RecordView<ProjectId, ProjectFields> {

    @Override
    public String name() {
        return fields.name();
    }

    @Override
    public Entered entered() {
        return Entered.of(ProjectFields.FIELDS, fields)
                .with("estimatedMinutes", hours(fields.estimatedMinutes()))
                .with("actualMinutes", hours(fields.actualMinutes()))
                .with(Entered.VERSION, version);
    }

    private static @Nullable String hours(@Nullable Long minutes) {
        return minutes == null ? null : Hours.of(minutes);
    }
}
