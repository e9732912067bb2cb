package app.ascent.assets.web;

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
import app.ascent.record.RecordNames;
import app.ascent.record.RecordStatus;
import app.ascent.record.page.RecordWords;
import app.ascent.record.table.RecordView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the form of an asset offers to choose from: what its client has, and what it is linked to now. */
@Component
class AssetChoices {

    private static final PageRequest CHOICES = PageRequest.of(0, 500);

    private final Assets assets;
    private final Clients clients;
    private final Contacts contacts;
    private final Contracts contracts;
    private final RecordNames names;
    private final RecordWords words;
    private final CurrentUser currentUser;

    AssetChoices(
            Assets assets,
            Clients clients,
            Contacts contacts,
            Contracts contracts,
            RecordNames names,
            RecordWords words,
            CurrentUser currentUser) {
        this.assets = assets;
        this.clients = clients;
        this.contacts = contacts;
        this.contracts = contracts;
        this.names = names;
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
                choices(
                        clients.list(organization, new ClientFilter(null, ClientType.VENDOR, null, null), CHOICES),
                        present == null ? null : present.vendorId()));
        if (client == null) {
            return page.addObject("clientName", null)
                    .addObject("contacts", Map.of())
                    .addObject("contracts", Map.of())
                    .addObject("parents", Map.of());
        }
        page.addObject("clientName", names.of(organization, List.of(client)).get(client));
        page.addObject(
                "contacts",
                choices(
                        contacts.list(
                                organization, new ContactFilter(null, client, RecordStatus.ACTIVE, null), CHOICES),
                        present == null ? null : present.contactId()));
        page.addObject(
                "contracts",
                choices(
                        contracts.list(organization, ContractFilter.of(client), CHOICES),
                        present == null ? null : present.contractId()));
        Map<String, String> parents = choices(
                assets.list(organization, AssetFilter.of(client), CHOICES),
                asset == null ? null : asset.links().parentId());
        if (asset != null) {
            parents.remove(asset.address());
        }
        return page.addObject("parents", parents);
    }

    private Map<String, String> choices(Page<? extends RecordView<?, ?>> some, @Nullable Object present) {
        Map<String, String> choices = new LinkedHashMap<>();
        some.forEach(each -> choices.put(each.address(), each.name()));
        Stream.ofNullable(present)
                .filter(id -> !choices.containsKey(id.toString()))
                .forEach(id -> names.of(currentUser.organization(), List.of(id))
                        .forEach((same, name) -> choices.put(same.toString(), name)));
        return choices;
    }
}
