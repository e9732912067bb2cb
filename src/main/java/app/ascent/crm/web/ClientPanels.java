package app.ascent.crm.web;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.crm.Contacts;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import app.ascent.record.page.Named;
import app.ascent.record.page.SourceCard;
import app.ascent.record.page.SourceCards;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Collects what the overview of a client shows. */
@Component
class ClientPanels {

    private static final int CHILDREN = 10;

    private final Clients clients;
    private final Contacts contacts;
    private final Users users;
    private final SourceCards sourceCards;
    private final CurrentUser currentUser;

    ClientPanels(Clients clients, Contacts contacts, Users users, SourceCards sourceCards, CurrentUser currentUser) {
        this.clients = clients;
        this.contacts = contacts;
        this.users = users;
        this.sourceCards = sourceCards;
        this.currentUser = currentUser;
    }

    /** Everything beneath the head of the page. */
    record Panel(
            ClientFields fields,
            @Nullable String websiteLink,
            @Nullable String website,
            List<String> address,
            List<String> billing,
            List<String> notes,
            @Nullable String accountManager,
            @Nullable ContactRow primary,
            @Nullable Named parent,
            Page<Named> children,
            @Nullable SourceCard source) {}

    Panel of(ClientView client) {
        OrganizationId organization = currentUser.organization();
        ClientFields fields = client.fields();
        ClientId parent = client.parent();
        return new Panel(
                fields,
                Records.link(fields.website()),
                fields.website() == null ? null : Records.bare(fields.website()),
                Records.address(
                        fields.address1(),
                        fields.address2(),
                        fields.additionalAddress(),
                        fields.city(),
                        fields.state(),
                        fields.postalCode(),
                        fields.country()),
                Records.address(
                        fields.billingAttention(),
                        fields.billingAddress1(),
                        fields.billingAddress2(),
                        fields.billingAdditionalAddress(),
                        fields.billingCity(),
                        fields.billingState(),
                        fields.billingPostalCode(),
                        fields.billingCountry()),
                Records.lines(fields.notes()),
                accountManager(organization, fields.accountManagerId()),
                contacts.primaryOf(organization, client.id())
                        .map(ContactRow::of)
                        .orElse(null),
                parent == null
                        ? null
                        : clients.find(organization, parent).map(Records::named).orElse(null),
                clients.children(organization, client.id(), PageRequest.of(0, CHILDREN))
                        .map(Records::named),
                sourceCards.of(
                        organization, "clients", client.source(), clients.sourceTrace(organization, client.id())));
    }

    private @Nullable String accountManager(OrganizationId organization, @Nullable UserId manager) {
        return manager == null
                ? null
                : users.names(organization, List.of(manager)).get(manager);
    }
}
