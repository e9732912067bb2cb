package app.ascent.desk.time;

import app.ascent.record.Provenance;
import app.ascent.record.field.Entered;
import app.ascent.record.table.RecordView;
import app.ascent.text.Hours;
import app.ascent.text.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time entry as pages and the API show it. */
public record TimeEntryView(
        TimeEntryId id,
        TimeEntryFields fields,
        @Nullable Provenance source,
        Instant created,
        Instant updated,
        long version)
        implements RecordView<TimeEntryId, TimeEntryFields> {

    private static final int NAMED = 100;

    /** The beginning of what was done. */
    static String name(TimeEntryFields entry) {
        String first = entry.description().lines().findFirst().orElse("").strip();
        return Text.cut(first.isEmpty() ? entry.description() : first, NAMED);
    }

    @Override
    public String name() {
        return name(fields);
    }

    /** Whether it is on its way to an invoice, so that nobody changes it. */
    public boolean isSettled() {
        return fields.billingState().isSettled();
    }

    @Override
    public Entered entered() {
        Long billed = fields.billableMinutes();
        return Entered.of(TimeEntryFields.FIELDS, fields)
                .with("minutes", Hours.of(fields.minutes()))
                .with("billableMinutes", billed == null ? null : Hours.of(billed))
                .with(Entered.VERSION, version);
    }
}
