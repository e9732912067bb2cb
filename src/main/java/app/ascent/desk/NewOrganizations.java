package app.ascent.desk;

import app.ascent.identity.OrganizationCreated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives an organization the statuses that every one has, before it is there for anybody: no ticket can be without one. */
@Component
class NewOrganizations {

    private final TicketStatuses statuses;

    NewOrganizations(TicketStatuses statuses) {
        this.statuses = statuses;
    }

    @EventListener
    void created(OrganizationCreated event) {
        statuses.begin(event.organization());
    }
}
