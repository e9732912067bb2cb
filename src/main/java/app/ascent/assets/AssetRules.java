package app.ascent.assets;

import app.ascent.contracts.ContractId;
import app.ascent.contracts.Contracts;
import app.ascent.crm.ClientId;
import app.ascent.crm.Clients;
import app.ascent.crm.ContactId;
import app.ascent.crm.Contacts;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordNames;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Input;
import app.ascent.record.field.Inputs;
import app.ascent.record.table.Checked;
import app.ascent.record.table.RecordRows;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an asset must be, whoever enters it. */
@Component
class AssetRules {

    /** Links to other assets are no fields: imports write them apart. */
    static final String PARENT = "parentId";

    static final String RELATED = "relatedIds";

    /** So many are told in an audit entry, and edited at once. */
    private static final int MOST_RELATED = 100;

    private final RecordRows<AssetFields> rows;
    private final Clients clients;
    private final Contacts contacts;
    private final Contracts contracts;
    private final AssetParents parents;
    private final RecordNames names;
    private final Inputs inputs;

    AssetRules(
            RecordRows<AssetFields> rows,
            Clients clients,
            Contacts contacts,
            Contracts contracts,
            AssetParents parents,
            RecordNames names,
            Inputs inputs) {
        this.rows = rows;
        this.clients = clients;
        this.contacts = contacts;
        this.contracts = contracts;
        this.parents = parents;
        this.names = names;
        this.inputs = inputs;
    }

    /** @param asset that is changed, or null for a new one */
    Checked<AssetFields, AssetLinks> check(OrganizationId organization, @Nullable AssetView asset, Entered entered) {
        AssetFields present = asset == null ? null : asset.fields();
        Input<AssetFields> input = inputs.read(AssetFields.FIELDS, entered, present);
        checkClients(organization, input, present);
        checkOfClient(organization, input, present);
        AssetLinks before = asset == null ? AssetLinks.NONE : asset.links();
        AssetId parent = parent(organization, input, asset, entered, before);
        List<AssetId> related = related(organization, input, asset, entered, before);
        return new Checked<>(input.accepted(), new AssetLinks(parent, related));
    }

    private void checkClients(OrganizationId organization, Input<AssetFields> input, @Nullable AssetFields present) {
        for (String field : List.of("clientId", "vendorId")) {
            ClientId client = input.value(field, ClientId.class);
            if (client != null
                    && !isKept(input, present, field)
                    && clients.find(organization, client).isEmpty()) {
                input.refuse(field, "unknown");
            }
        }
    }

    /** An import may name a contact or a contract of another client, of a parent for example; there it may stay. */
    private void checkOfClient(OrganizationId organization, Input<AssetFields> input, @Nullable AssetFields present) {
        ClientId client = input.value("clientId", ClientId.class);
        if (client == null) {
            return;
        }
        boolean sameClient = isKept(input, present, "clientId");
        ContactId contact = input.value("contactId", ContactId.class);
        if (contact != null
                && !(sameClient && isKept(input, present, "contactId"))
                && contacts.find(organization, contact)
                        .filter(found -> found.fields().clientId().equals(client))
                        .isEmpty()) {
            input.refuse("contactId", "contact-of-client");
        }
        ContractId contract = input.value("contractId", ContractId.class);
        if (contract != null
                && !(sameClient && isKept(input, present, "contractId"))
                && contracts
                        .find(organization, contract)
                        .filter(found -> found.fields().clientId().equals(client))
                        .isEmpty()) {
            input.refuse("contractId", "contract-of-client");
        }
    }

    private static boolean isKept(Input<AssetFields> input, @Nullable AssetFields present, String field) {
        return present != null
                && Objects.equals(input.value(field, Record.class), AssetFields.FIELDS.value(present, field));
    }

    private @Nullable AssetId parent(
            OrganizationId organization,
            Input<AssetFields> input,
            @Nullable AssetView asset,
            Entered entered,
            AssetLinks before) {
        AssetId parent = inputs.id(input, entered, PARENT, AssetId.class);
        if (parent == null || parent.equals(before.parentId())) {
            return parent;
        }
        parents.lock(organization);
        if (!rows.exists(organization, parent.value())) {
            input.refuse(PARENT, "unknown");
        } else if (asset != null
                && parents.closesCircle(organization, asset.id().value(), parent.value())) {
            input.refuse(PARENT, "asset-circle");
        }
        return parent;
    }

    private List<AssetId> related(
            OrganizationId organization,
            Input<AssetFields> input,
            @Nullable AssetView asset,
            Entered entered,
            AssetLinks before) {
        List<AssetId> related = inputs.ids(input, entered, RELATED, AssetId.class);
        List<AssetId> added = related.stream()
                .filter(each -> !before.relatedIds().contains(each))
                .toList();
        if (names.of(organization, added).size() < added.size()) {
            input.refuse(RELATED, "unknown");
        } else if (asset != null && added.contains(asset.id())) {
            input.refuse(RELATED, "other-asset");
        } else if (!added.isEmpty() && related.size() > MOST_RELATED) {
            input.refuse(RELATED, "too-many-related", MOST_RELATED);
        }
        return related;
    }
}
