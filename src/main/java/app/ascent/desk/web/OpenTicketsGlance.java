package app.ascent.desk.web;

import app.ascent.desk.OpenTickets;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import app.ascent.identity.SignedInUser;
import app.ascent.identity.UserId;
import app.ascent.record.page.Glance;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many tickets are to be done, on the first page: of everybody to those who lead, to others their own. */
@Component
class OpenTicketsGlance implements Glance {

    private final OpenTickets tickets;
    private final CurrentUser currentUser;

    OpenTicketsGlance(OpenTickets tickets, CurrentUser currentUser) {
        this.tickets = tickets;
        this.currentUser = currentUser;
    }

    @Override
    public int place() {
        return 1;
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
        OpenTickets.Counts counts = tickets.count(organization, whose);
        String address = mine ? "/tickets?assignee=" + me.id() + "&" : "/tickets?";
        List<Note> notes = new ArrayList<>();
        if (counts.critical() > 0) {
            notes.add(new Note("tickets.glance.critical", address + "priority=CRITICAL", counts.critical()));
        }
        if (counts.unassigned() > 0) {
            notes.add(new Note("tickets.glance.unassigned", address + "assignee=none", counts.unassigned()));
        }
        return new Shown(
                "ticket",
                mine ? "tickets.glance.open.mine" : "tickets.glance.open",
                address.substring(0, address.length() - 1),
                counts.open(),
                notes);
    }
}
