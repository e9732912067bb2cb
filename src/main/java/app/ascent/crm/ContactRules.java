package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a contact must be, whoever enters it. */
@Component
class ContactRules {

    /** What was entered and is in order; an inactive contact is never primary. */
    record Checked(ContactFields fields, boolean primary) {}

    private final ClientRows clients;

    ContactRules(ClientRows clients) {
        this.clients = clients;
    }

    /** @param current the contact that is changed, or null for a new one */
    Checked check(OrganizationId organization, @Nullable ContactFields current, ContactDraft draft) {
        Entry entry = new Entry();
        ClientId client = client(organization, entry, draft);
        ContactFields fields = fields(entry, client, draft, current);
        entry.done();
        return new Checked(fields, Boolean.TRUE.equals(draft.primary()) && fields.status() == RecordStatus.ACTIVE);
    }

    private static ContactFields fields(
            Entry entry, ClientId client, ContactDraft draft, @Nullable ContactFields current) {
        return new ContactFields(
                client,
                entry.text("firstName", draft.firstName(), 100),
                entry.required("lastName", draft.lastName(), 100),
                entry.text("middleName", draft.middleName(), 50),
                entry.text("prefix", draft.prefix(), 20),
                entry.text("suffix", draft.suffix(), 20),
                entry.text("jobTitle", draft.jobTitle(), 150),
                entry.email("email", draft.email()),
                entry.emails("otherEmails", draft.otherEmails(), 5),
                entry.text("phone", draft.phone(), 50),
                entry.text("extension", draft.extension(), 20),
                entry.text("mobile", draft.mobile(), 50),
                entry.text("alternatePhone", draft.alternatePhone(), 50),
                entry.text("fax", draft.fax(), 50),
                entry.choice("status", draft.status(), RecordStatus.ACTIVE),
                current != null && current.primaryClaim(),
                !Boolean.FALSE.equals(draft.receivesEmailNotifications()),
                Boolean.TRUE.equals(draft.marketingOptOut()),
                entry.text("address1", draft.address1(), 200),
                entry.text("address2", draft.address2(), 200),
                entry.text("additionalAddress", draft.additionalAddress(), 200),
                entry.text("city", draft.city(), 100),
                entry.text("state", draft.state(), 100),
                entry.text("postalCode", draft.postalCode(), 30),
                entry.text("country", draft.country(), 100),
                entry.text("room", draft.room(), 50),
                entry.url("linkedIn", draft.linkedIn(), current == null ? null : current.linkedIn()),
                entry.url("facebook", draft.facebook(), current == null ? null : current.facebook()),
                entry.url("twitter", draft.twitter(), current == null ? null : current.twitter()),
                entry.text("notes", draft.notes(), 10_000));
    }

    private ClientId client(OrganizationId organization, Entry entry, ContactDraft draft) {
        UUID id = entry.id("clientId", draft.clientId());
        if (id == null && entry.accepts("clientId")) {
            entry.refuse("clientId", "required.clientId");
        } else if (id != null && !clients.existsByOrganizationIdAndId(organization.value(), id)) {
            entry.refuse("clientId", "unknown");
        }
        return new ClientId(id == null ? new UUID(0, 0) : id);
    }
}
