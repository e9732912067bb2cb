package app.ascent.assets.web;

import static app.ascent.record.page.RecordChoices.MOST;

import app.ascent.assets.AssetFields;
import app.ascent.assets.AssetFilter;
import app.ascent.assets.AssetType;
import app.ascent.assets.AssetView;
import app.ascent.assets.Assets;
import app.ascent.contracts.ContractFilter;
import app.ascent.contracts.Contracts;
import app.ascent.crm.ClientFilter;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientType;
import app.ascent.crm.Clients;
import app.ascent.crm.ContactFilter;
import app.ascent.crm.Contacts;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordStatus;
import app.ascent.record.page.RecordChoices;
import app.ascent.record.page.RecordWords;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the form of an asset offers to choose from: what its client has, and what it is linked to now. */
@Component
class AssetChoices {

    private final Assets assets;
    private final Clients clients;
    private final Contacts contacts;
    private final Contracts contracts;
    private final RecordChoices choices;
    private final RecordWords words;
    private final CurrentUser currentUser;

    AssetChoices(
            Assets assets,
            Clients clients,
            Contacts contacts,
            Contracts contracts,
            RecordChoices choices,
            RecordWords words,
            CurrentUser currentUser) {
        this.assets = assets;
        this.clients = clients;
        this.contacts = contacts;
        this.contracts = contracts;
        this.choices = choices;
        this.words = words;
        this.currentUser = currentUser;
    }

    /**
     * @param asset that is edited, or null for a new one
     * @param client whose asset it is, or null where that is nobody yet
     */
    ModelAndView offer(ModelAndView page, @Nullable AssetView asset, @Nullable ClientId client) {
        OrganizationId organization = currentUser.organization();
        AssetFields present = asset == null ? null : asset.fields();
        page.addObject("asset", asset);
        page.addObject("types", words.choices("asset", "type", AssetType.values()));
        page.addObject("statuses", words.choices("asset", "status", RecordStatus.values()));
        page.addObject(
                "vendors",
                choices.of(
                        clients.list(organization, new ClientFilter(null, ClientType.VENDOR, null, null), MOST),
                        present == null ? null : present.vendorId()));
        page.addObject("clientName", choices.name(client));
        if (client == null) {
            return page.addObject("contacts", Map.of())
                    .addObject("contracts", Map.of())
                    .addObject("parents", Map.of());
        }
        page.addObject(
                "contacts",
                choices.of(
                        contacts.list(organization, new ContactFilter(null, client, RecordStatus.ACTIVE, null), MOST),
                        present == null ? null : present.contactId()));
        page.addObject(
                "contracts",
                choices.of(
                        contracts.list(organization, ContractFilter.of(client), MOST),
                        present == null ? null : present.contractId()));
        Map<String, String> parents = choices.of(
                assets.list(organization, AssetFilter.of(client), MOST),
                asset == null ? null : asset.links().parentId());
        if (asset != null) {
            parents.remove(asset.address());
        }
        return page.addObject("parents", parents);
    }
}
