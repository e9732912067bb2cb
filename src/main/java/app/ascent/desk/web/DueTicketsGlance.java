package app.ascent.desk.web;

import app.ascent.desk.OpenTickets;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import app.ascent.identity.SignedInUser;
import app.ascent.identity.UserId;
import app.ascent.record.page.Glance;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is to be done today, and what should be done by now: of everybody to those who lead, to others their own. */
@Component
class DueTicketsGlance implements Glance {

    private final OpenTickets tickets;
    private final DeskClock clock;
    private final CurrentUser currentUser;

    DueTicketsGlance(OpenTickets tickets, DeskClock clock, CurrentUser currentUser) {
        this.tickets = tickets;
        this.clock = clock;
        this.currentUser = currentUser;
    }

    @Override
    public int place() {
        return 2;
    }

    @Override
    public String authority() {
        return "tickets.read";
    }

    @Override
    public Shown of(OrganizationId organization) {
        SignedInUser me = currentUser.get();
        boolean mine = me.role() == Role.MEMBER;
        UserId whose = mine ? me.id() : null;
        DueDays days = clock.of(organization);
        OpenTickets.Due due = tickets.due(organization, whose, days.now(), days.today(), days.tomorrow());
        String address = mine ? "/tickets?assignee=" + me.id() + "&due=" : "/tickets?due=";
        return new Shown(
                "calendar-due",
                mine ? "tickets.glance.due.mine" : "tickets.glance.due",
                address + TicketQuery.Due.TODAY,
                due.today(),
                due.late() == 0
                        ? List.of()
                        : List.of(new Note("tickets.glance.late", address + TicketQuery.Due.LATE, due.late())));
    }
}
