package app.ascent.desk.web;

import app.ascent.desk.TicketFields;
import app.ascent.desk.TicketView;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.record.RecordNames;
import app.ascent.record.page.ListRows;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;

/** Makes rows of a list: whose tickets they are and who does them comes from a statement each. */
@Component
class TicketRows implements ListRows<TicketView, TicketRow> {

    private final RecordNames names;
    private final DeskClock clock;

    TicketRows(RecordNames names, DeskClock clock) {
        this.names = names;
        this.clock = clock;
    }

    @Override
    public Page<TicketRow> of(OrganizationId organization, Page<TicketView> tickets) {
        Map<Object, String> named = names.of(
                organization,
                tickets.stream()
                        .map(TicketView::fields)
                        .flatMap(ticket -> Stream.of(ticket.clientId(), ticket.assigneeId()))
                        .filter(Objects::nonNull)
                        .toList());
        DueDays days = clock.of(organization);
        return tickets.map(ticket -> {
            TicketFields fields = ticket.fields();
            UserId assignee = fields.assigneeId();
            return TicketRow.of(
                    ticket,
                    named.getOrDefault(fields.clientId(), ""),
                    assignee == null ? fields.assigneeName() : named.get(assignee),
                    days);
        });
    }
}
