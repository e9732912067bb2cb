package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** A person's word on who is the primary contact of a client; from then on imports leave the place alone. */
@Component
class PrimaryChoice {

    private final ClientRows clients;
    private final ContactRows contacts;

    PrimaryChoice(ClientRows clients, ContactRows contacts) {
        this.clients = clients;
        this.contacts = contacts;
    }

    /** Frees the place for another contact; there is one a client. */
    void choose(OrganizationId organization, ClientId id, Instant now) {
        nobody(organization, id);
        contacts.primaryOf(organization.value(), id).ifPresent(former -> {
            former.yieldPrimary(now);
            contacts.saveAndFlush(former);
        });
    }

    void nobody(OrganizationId organization, ClientId id) {
        clients.lock(organization.value(), id.value())
                .orElseThrow(() -> new CrmRefused.Unknown(id.value()))
                .primaryWasChosen();
    }
}
