package app.ascent.desk;

import app.ascent.assets.AssetId;
import app.ascent.assets.Assets;
import app.ascent.contracts.ContractId;
import app.ascent.contracts.Contracts;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.crm.ContactId;
import app.ascent.crm.Contacts;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.ProjectId;
import app.ascent.projects.Projects;
import app.ascent.record.field.Input;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/**
 * Whom and what a ticket may name: what its client has, and contacts of the client's parent and sub-clients, too. An import may
 * have named others; there they may stay as long as the client does.
 */
@Component
class TicketLinkRules {

    /** So many are told in an audit entry, and edited at once. */
    private static final int MOST = 100;

    private final Clients clients;
    private final Contacts contacts;
    private final Contracts contracts;
    private final Assets assets;
    private final Projects projects;

    TicketLinkRules(Clients clients, Contacts contacts, Contracts contracts, Assets assets, Projects projects) {
        this.clients = clients;
        this.contacts = contacts;
        this.contracts = contracts;
        this.assets = assets;
        this.projects = projects;
    }

    void check(OrganizationId organization, Input<TicketFields> input, @Nullable TicketFields present) {
        ClientId client = input.value("clientId", ClientId.class);
        if (client == null) {
            return;
        }
        TicketFields same = present != null && present.clientId().equals(client) ? present : null;
        if (same == null && clients.find(organization, client).isEmpty()) {
            input.refuse("clientId", "unknown");
            return;
        }
        checkContacts(organization, client, input, same);
        checkAssets(organization, client, input, same);
        ContractId contract = input.value("contractId", ContractId.class);
        if (contract != null
                && !(same != null && contract.equals(same.contractId()))
                && contracts
                        .find(organization, contract)
                        .filter(found -> found.fields().clientId().equals(client))
                        .isEmpty()) {
            input.refuse("contractId", "contract-of-client");
        }
        ProjectId project = input.value("projectId", ProjectId.class);
        if (project != null
                && !(same != null && project.equals(same.projectId()))
                && projects.find(organization, project)
                        .filter(found -> found.fields().clientId().equals(client))
                        .isEmpty()) {
            input.refuse("projectId", "project-of-client");
        }
    }

    private void checkContacts(
            OrganizationId organization, ClientId client, Input<TicketFields> input, @Nullable TicketFields same) {
        ContactId one = added(input.value("contactId", ContactId.class), same == null ? null : same.contactId());
        List<ContactId> more =
                added(input, "contactIds", ContactId.class, same == null ? List.of() : same.contactIds());
        Set<ContactId> theirs = theirs(organization, client, all(one, more));
        if (one != null && !theirs.contains(one)) {
            input.refuse("contactId", "contact-near-client");
        }
        if (!theirs.containsAll(more)) {
            input.refuse("contactIds", "contact-near-client");
        }
    }

    /** Those that are of the client, of its parent or of one of its sub-clients. */
    private Set<ContactId> theirs(OrganizationId organization, ClientId client, List<ContactId> some) {
        Set<ContactId> theirs = new HashSet<>();
        if (some.isEmpty()) {
            return theirs;
        }
        var found = contacts.some(organization, some, Pageable.ofSize(some.size()));
        Set<ClientId> others = new HashSet<>();
        found.forEach(contact -> others.add(contact.fields().clientId()));
        Set<ClientId> near = others.equals(Set.of(client)) ? others : near(organization, client, others);
        found.forEach(contact -> {
            if (near.contains(contact.fields().clientId())) {
                theirs.add(contact.id());
            }
        });
        return theirs;
    }

    private Set<ClientId> near(OrganizationId organization, ClientId client, Set<ClientId> others) {
        Set<ClientId> asked = new HashSet<>(others);
        asked.add(client);
        List<ClientView> views =
                clients.some(organization, asked, Pageable.ofSize(asked.size())).getContent();
        Set<ClientId> near = new HashSet<>(Set.of(client));
        for (ClientView view : views) {
            ClientId parent = view.parent();
            if (view.id().equals(client) && parent != null) {
                near.add(parent);
            }
            if (client.equals(parent)) {
                near.add(view.id());
            }
        }
        return near;
    }

    private void checkAssets(
            OrganizationId organization, ClientId client, Input<TicketFields> input, @Nullable TicketFields same) {
        AssetId one = added(input.value("assetId", AssetId.class), same == null ? null : same.assetId());
        List<AssetId> more = added(input, "assetIds", AssetId.class, same == null ? List.of() : same.assetIds());
        List<AssetId> some = all(one, more);
        Set<AssetId> theirs = new HashSet<>();
        if (!some.isEmpty()) {
            assets.some(organization, some, Pageable.ofSize(some.size())).forEach(asset -> {
                if (asset.fields().clientId().equals(client)) {
                    theirs.add(asset.id());
                }
            });
        }
        if (one != null && !theirs.contains(one)) {
            input.refuse("assetId", "asset-of-client");
        }
        if (!theirs.containsAll(more)) {
            input.refuse("assetIds", "asset-of-client");
        }
    }

    private static <I> @Nullable I added(@Nullable I entered, @Nullable I before) {
        return Objects.equals(entered, before) ? null : entered;
    }

    private static <I> List<I> added(Input<?> input, String field, Class<I> type, List<I> before) {
        List<?> entered = input.value(field, List.class);
        List<I> added = new ArrayList<>();
        for (Object each : entered == null ? List.of() : entered) {
            if (!before.contains(each)) {
                added.add(type.cast(each));
            }
        }
        if (!added.isEmpty() && entered != null && entered.size() > MOST) {
            input.refuse(field, "too-many-links", MOST);
            return List.of();
        }
        return added;
    }

    private static <I> List<I> all(@Nullable I one, List<I> more) {
        List<I> all = new ArrayList<>(more);
        if (one != null) {
            all.add(one);
        }
        return all;
    }
}
