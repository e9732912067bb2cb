package app.ascent.assets;

import app.ascent.crm.ClientId;
import app.ascent.record.table.BelongingRecords;
import org.springframework.stereotype.Component;

/** A client with assets is not deleted. */
@Component
class AssetsOfClients extends BelongingRecords<ClientId, AssetFilter> {

    AssetsOfClients(AssetReading assets) {
        super(ClientId.class, "assets.of-client.count", assets, AssetFilter::of);
    }
}
