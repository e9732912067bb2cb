package app.ascent.assets;

import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.record.RecordStatus;
import org.jspecify.annotations.Nullable;

/** Which assets to list; null does not filter. */
public record AssetFilter(
        @Nullable String search,
        @Nullable ClientId client,
        @Nullable ContractId contract,
        @Nullable AssetType type,
        @Nullable RecordStatus status,
        @Nullable Warranty warranty) {

    /** All assets of one client. */
    public static AssetFilter of(ClientId client) {
        return new AssetFilter(null, client, null, null, null, null);
    }

    /** All assets that one contract covers. */
    public static AssetFilter of(ContractId contract) {
        return new AssetFilter(null, null, contract, null, null, null);
    }
}
