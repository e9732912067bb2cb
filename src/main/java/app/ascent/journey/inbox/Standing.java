package app.ascent.journey.inbox;

import app.ascent.crm.ClientId;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.crm.ContactId;
import app.ascent.crm.ContactView;
import app.ascent.crm.Contacts;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.Reports.RecordView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of an imported record as they stand in Ascent now, for a look beside what Autotask sent. */
@Component
class Standing {

    private final SourceAddresses addresses;
    private final Clients clients;
    private final Contacts contacts;

    Standing(SourceAddresses addresses, Clients clients, Contacts contacts) {
        this.addresses = addresses;
        this.clients = clients;
        this.contacts = contacts;
    }

    /** Null where the record is gone, or is of a kind that has no such view yet. */
    @Nullable
    Object of(OrganizationId organization, RecordView found) {
        UUID target = found.targetId();
        if (target == null) {
            return null;
        }
        return switch (addresses.kind(found).orElse("")) {
            case "clients" ->
                clients.find(organization, new ClientId(target))
                        .map(ClientView::fields)
                        .orElse(null);
            case "contacts" ->
                contacts.find(organization, new ContactId(target))
                        .map(ContactView::fields)
                        .orElse(null);
            default -> null;
        };
    }
}
