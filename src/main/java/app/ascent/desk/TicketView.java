package app.ascent.desk;

import app.ascent.record.Provenance;
import app.ascent.record.field.Entered;
import app.ascent.record.table.RecordView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as lists, pages and the API show it.
 *
 * @param problemId the problem that it is part of
 */
public record TicketView(
        TicketId id,
        TicketFields fields,
        @Nullable TicketId problemId,
        Label status,
        @Nullable Label category,
        @Nullable Provenance source,
        Instant created,
        Instant updated,
        long version)
        implements RecordView<TicketId, TicketFields> {

    @Override
    public String name() {
        return fields.subject();
    }

    /** Whether something is still to be done, and was to be done by now. */
    public boolean isOverdue(Instant now) {
        return !fields.closed() && fields.dueBy().isBefore(now);
    }

    @Override
    public Entered entered() {
        return Entered.of(TicketFields.FIELDS, fields)
                .with(TicketRules.PROBLEM, problemId)
                .with(Entered.VERSION, version);
    }
}
