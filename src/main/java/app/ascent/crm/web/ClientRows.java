package app.ascent.crm.web;

import app.ascent.crm.ClientId;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.identity.OrganizationId;
import app.ascent.record.page.ListRows;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;

/** Makes rows of the list of clients: how many contacts they have comes from one statement. */
@Component
class ClientRows implements ListRows<ClientView, ClientRow> {

    private final Clients clients;

    ClientRows(Clients clients) {
        this.clients = clients;
    }

    @Override
    public Page<ClientRow> of(OrganizationId organization, Page<ClientView> page) {
        Map<ClientId, Long> contacts =
                clients.contactCounts(organization, page.map(ClientView::id).getContent());
        return page.map(client -> ClientRow.of(client, contacts.getOrDefault(client.id(), 0L)));
    }
}
