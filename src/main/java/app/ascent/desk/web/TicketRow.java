package app.ascent.desk.web;

import app.ascent.desk.TicketFields;
import app.ascent.desk.TicketView;
import app.ascent.record.Priority;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as one row of a list.
 *
 * @param assignee null where nobody does it
 * @param pressing whether it is late, or to be done today, and is not done yet
 * @param dueToday whether it is to be done this very day
 * @param late whether it should be done by now
 */
record TicketRow(
        UUID id,
        String name,
        String number,
        @Nullable String sourceNumber,
        UUID clientId,
        String client,
        Priority priority,
        StatusMark status,
        boolean closed,
        @Nullable String assignee,
        Instant activity,
        @Nullable Instant due,
        boolean pressing,
        boolean dueToday,
        boolean late,
        boolean imported,
        long version) {

    static TicketRow of(TicketView ticket, String client, @Nullable String assignee, DueDays days) {
        TicketFields fields = ticket.fields();
        Instant due = fields.dueAt();
        boolean open = !fields.closed();
        return new TicketRow(
                ticket.id().value(),
                fields.subject(),
                Objects.requireNonNullElse(fields.number(), ""),
                fields.sourceNumber(),
                fields.clientId().value(),
                client,
                fields.priority(),
                StatusMark.of(ticket),
                fields.closed(),
                assignee,
                Objects.requireNonNullElse(fields.lastActivityAt(), ticket.updated()),
                due,
                open && due != null && days.isPressing(due),
                open && due != null && days.isToday(due),
                open && due != null && due.isBefore(days.now()),
                ticket.source() != null,
                ticket.version());
    }
}
