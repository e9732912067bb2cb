package app.ascent.assets.web;

import app.ascent.assets.AssetFilter;
import app.ascent.assets.AssetType;
import app.ascent.assets.Warranty;
import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.crm.page.NarrowedToClient;
import app.ascent.record.RecordStatus;
import app.ascent.record.page.ListOrder;
import app.ascent.record.page.ListView;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        implements NarrowedToClient<AssetQuery> {

    private static final List<ListOrder> ORDERS =
            List.of(new ListOrder("name", true), new ListOrder("warranty", true), new ListOrder("updated", false));

    @Override
    public List<ListOrder> orders() {
        return ORDERS;
    }

    public @Nullable AssetType chosenType() {
        return ListView.constant(AssetType.values(), type);
    }

    public @Nullable RecordStatus chosenStatus() {
        return ListView.standing(RecordStatus.values(), status, RecordStatus.ACTIVE);
    }

    public @Nullable Warranty chosenWarranty() {
        return ListView.constant(Warranty.values(), warranty);
    }

    @Nullable
    ContractId chosenContract() {
        return ListView.id(ContractId.class, contract);
    }

    @Override
    public boolean senseless() {
        return ListView.isLost(status, RecordStatus.values())
                || ListView.isLost(type, chosenType())
                || ListView.isLost(warranty, chosenWarranty())
                || ListView.isLost(contract, chosenContract())
                || ListView.isLost(client, chosenClient());
    }

    @Override
    public boolean filtered() {
        return !words().isEmpty()
                || chosenType() != null
                || chosenWarranty() != null
                || narrowed()
                || chosenContract() != null
                || chosenStatus() != RecordStatus.ACTIVE;
    }

    AssetFilter filter() {
        return new AssetFilter(
                words(), chosenClient(), chosenContract(), chosenType(), chosenStatus(), chosenWarranty());
    }

    @Override
    public AssetQuery of(@Nullable ClientId meant) {
        String id = meant == null ? null : meant.toString();
        return new AssetQuery(search, type, status, warranty, id, null, contract, sort, page);
    }

    @Override
    public List<Wider<AssetQuery>> wider() {
        return List.of(Wider.of(new AssetQuery(search, null, ANY, null, null, null, null, sort, null)));
    }
}
