package app.ascent.assets.web;

import app.ascent.assets.AssetFilter;
import app.ascent.assets.AssetType;
import app.ascent.assets.Warranty;
import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.record.RecordStatus;
import app.ascent.record.field.Ids;
import app.ascent.record.page.Elsewhere;
import app.ascent.record.page.ListAddress;
import app.ascent.record.page.ListOrder;
import app.ascent.record.page.ListView;
import app.ascent.record.page.Named;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;

/** What the list of assets shows; without a status those that are in use. */
record AssetQuery(
        @Nullable String search,
        @Nullable String type,
        @Nullable String status,
        @Nullable String warranty,
        @Nullable String client,
        @Nullable String clientName,
        @Nullable String contract,
        @Nullable String sort,
        @Nullable String page)
        implements ListView {

    private static final List<ListOrder> ORDERS =
            List.of(new ListOrder("name", true), new ListOrder("warranty", true), new ListOrder("updated", false));
    private static final String ANY = "any";

    @Override
    public List<ListOrder> orders() {
        return ORDERS;
    }

    public @Nullable AssetType chosenType() {
        return ListView.constant(AssetType.values(), type);
    }

    public @Nullable RecordStatus chosenStatus() {
        if (ANY.equals(status)) {
            return null;
        }
        RecordStatus chosen = ListView.constant(RecordStatus.values(), status);
        return chosen == null ? RecordStatus.ACTIVE : chosen;
    }

    public @Nullable Warranty chosenWarranty() {
        return ListView.constant(Warranty.values(), warranty);
    }

    @Nullable
    ClientId chosenClient() {
        return client == null ? null : (ClientId) Ids.parsed(ClientId.class, client);
    }

    @Nullable
    ContractId chosenContract() {
        return contract == null ? null : (ContractId) Ids.parsed(ContractId.class, contract);
    }

    /** What was typed to name the client whose assets are wanted; null when the address says nothing of it. */
    @Nullable
    String typedClient() {
        return clientName == null ? null : clientName.strip();
    }

    /** Whether anything but the usual view was asked for. */
    public boolean filtered() {
        return !words().isEmpty()
                || chosenType() != null
                || chosenWarranty() != null
                || chosenClient() != null
                || chosenContract() != null
                || clientName != null && !clientName.isBlank()
                || chosenStatus() != RecordStatus.ACTIVE;
    }

    AssetFilter filter() {
        return new AssetFilter(
                words(), chosenClient(), chosenContract(), chosenType(), chosenStatus(), chosenWarranty());
    }

    /** The same with the client that was meant, by its id alone. */
    AssetQuery of(@Nullable ClientId meant) {
        String id = meant == null ? null : meant.toString();
        return new AssetQuery(search, type, status, warranty, id, null, contract, sort, page);
    }

    /** The address of the list when this client was meant by what was typed. */
    public String candidate(ClientId meant) {
        return of(meant).address("/assets");
    }

    /** What the search would find wherever it is; null where nothing was searched, or nothing fits. */
    @Nullable
    Elsewhere elsewhere(Function<AssetQuery, Page<Named>> search) {
        AssetQuery anywhere = new AssetQuery(this.search, null, ANY, null, null, null, null, sort, null);
        return words().isEmpty()
                ? null
                : Elsewhere.of("assets.elsewhere", search.apply(anywhere), anywhere.address("/assets"));
    }

    /** The address of this view with another order, on its first page. */
    public String address(String path, @Nullable String order) {
        return new ListAddress(path)
                .with("search", words())
                .with("type", type)
                .with("status", status)
                .with("warranty", warranty)
                .with("client", client)
                .with("clientName", clientName)
                .with("contract", contract)
                .with("sort", order)
                .toString();
    }

    public String address(String path) {
        return address(path, sort);
    }
}
