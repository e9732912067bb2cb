package app.ascent.crm.web;

import app.ascent.crm.Clients;
import app.ascent.identity.OrganizationId;
import app.ascent.record.page.Glance;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many clients there are to work with, on the first page. */
@Component
class ActiveClients implements Glance {

    private final Clients clients;

    ActiveClients(Clients clients) {
        this.clients = clients;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public String authority() {
        return "clients.read";
    }

    @Override
    public Shown of(OrganizationId organization) {
        return new Shown(
                "building-store",
                "clients.active",
                "/clients?status=ACTIVE",
                clients.countActive(organization),
                List.of());
    }
}
