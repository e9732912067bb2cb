package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a client must be, whoever enters it. */
@Component
class ClientRules {

    /** What was entered and is in order. */
    record Checked(ClientFields fields, @Nullable ClientId parent) {}

    private final ClientRows rows;
    private final Parents parents;
    private final Users users;

    ClientRules(ClientRows rows, Parents parents, Users users) {
        this.rows = rows;
        this.parents = parents;
        this.users = users;
    }

    /** @param client that is changed, or null for a new one */
    Checked check(OrganizationId organization, @Nullable Client client, ClientDraft draft) {
        Entry entry = new Entry();
        ClientFields current = client == null ? null : client.fields();
        UserId manager = accountManager(organization, entry, draft, current);
        ClientFields fields = fields(entry, draft, current == null ? null : current.website(), manager);
        ClientId parent = parent(organization, entry, client, draft);
        entry.done();
        return new Checked(fields, parent);
    }

    private static ClientFields fields(
            Entry entry, ClientDraft draft, @Nullable String website, @Nullable UserId accountManager) {
        return new ClientFields(
                entry.required("name", draft.name(), 200),
                entry.text("number", draft.number(), 50),
                entry.choice("type", draft.type(), ClientType.CUSTOMER),
                entry.choice("status", draft.status(), RecordStatus.ACTIVE),
                entry.text("phone", draft.phone(), 50),
                entry.text("alternatePhone", draft.alternatePhone(), 50),
                entry.text("secondAlternatePhone", draft.secondAlternatePhone(), 50),
                entry.text("fax", draft.fax(), 50),
                entry.url("website", draft.website(), website),
                entry.text("address1", draft.address1(), 200),
                entry.text("address2", draft.address2(), 200),
                entry.text("additionalAddress", draft.additionalAddress(), 200),
                entry.text("city", draft.city(), 100),
                entry.text("state", draft.state(), 100),
                entry.text("postalCode", draft.postalCode(), 30),
                entry.text("country", draft.country(), 100),
                entry.text("billingAttention", draft.billingAttention(), 200),
                entry.text("billingAddress1", draft.billingAddress1(), 200),
                entry.text("billingAddress2", draft.billingAddress2(), 200),
                entry.text("billingAdditionalAddress", draft.billingAdditionalAddress(), 200),
                entry.text("billingCity", draft.billingCity(), 100),
                entry.text("billingState", draft.billingState(), 100),
                entry.text("billingPostalCode", draft.billingPostalCode(), 30),
                entry.text("billingCountry", draft.billingCountry(), 100),
                entry.text("taxId", draft.taxId(), 50),
                Boolean.TRUE.equals(draft.taxExempt()),
                accountManager,
                entry.text("industry", draft.industry(), 100),
                entry.text("territory", draft.territory(), 100),
                entry.text("notes", draft.notes(), 10_000));
    }

    private @Nullable UserId accountManager(
            OrganizationId organization, Entry entry, ClientDraft draft, @Nullable ClientFields current) {
        UUID id = entry.id("accountManagerId", draft.accountManagerId());
        UserId manager = id == null ? null : new UserId(id);
        boolean kept = current != null && manager != null && manager.equals(current.accountManager());
        if (manager != null
                && !kept
                && !users.names(organization, List.of(manager)).containsKey(manager)) {
            entry.refuse("accountManagerId", "unknown");
        }
        return manager;
    }

    private @Nullable ClientId parent(
            OrganizationId organization, Entry entry, @Nullable Client client, ClientDraft draft) {
        UUID id = entry.id("parentId", draft.parentId());
        if (id == null) {
            return null;
        }
        ClientId parent = new ClientId(id);
        if (client != null && parent.equals(client.parent())) {
            return parent;
        }
        parents.lock(organization);
        if (!rows.existsByOrganizationIdAndId(organization.value(), id)) {
            entry.refuse("parentId", "unknown");
        } else if (client != null && parents.closesCircle(organization, client.id(), parent)) {
            entry.refuse("parentId", "circle");
        }
        return parent;
    }
}
