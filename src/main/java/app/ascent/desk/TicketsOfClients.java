package app.ascent.desk;

import app.ascent.crm.ClientId;
import app.ascent.record.table.BelongingRecords;
import org.springframework.stereotype.Component;

/** A client with tickets is not deleted. */
@Component
class TicketsOfClients extends BelongingRecords<ClientId, TicketFilter> {

    TicketsOfClients(TicketReading tickets) {
        super(ClientId.class, "desk.tickets.of-client.count", tickets, TicketFilter::of);
    }
}
