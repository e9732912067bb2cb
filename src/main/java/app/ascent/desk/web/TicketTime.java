package app.ascent.desk.web;

import app.ascent.record.page.Permitted;
import org.springframework.stereotype.Component;

/** Whether the page of a ticket leads to where time is entered. */
@Component("ticketTime")
class TicketTime {

    public boolean offered() {
        return Permitted.to("time_entries.create");
    }
}
