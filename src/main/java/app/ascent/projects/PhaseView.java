package app.ascent.projects;

import app.ascent.record.Provenance;
import app.ascent.record.field.Entered;
import app.ascent.record.table.RecordView;
import app.ascent.text.Hours;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A phase as pages and the API show it.
 *
 * @param parent the phase it is part of, or null at the top
 */
public record PhaseView(
        PhaseId id,
        PhaseFields fields,
        @Nullable PhaseId parent,
        @Nullable Provenance source,
        Instant created,
        Instant updated,
        long version)
        implements RecordView<PhaseId, PhaseFields> {

    @Override
    public String name() {
        return fields.title();
    }

    @Override
    public Entered entered() {
        Long minutes = fields.estimatedMinutes();
        return Entered.of(PhaseFields.FIELDS, fields)
                .with("estimatedMinutes", minutes == null ? null : Hours.of(minutes))
                .with("parentId", parent)
                .with(Entered.VERSION, version);
    }
}
