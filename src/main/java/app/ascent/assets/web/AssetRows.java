package app.ascent.assets.web;

import app.ascent.assets.AssetView;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordNames;
import app.ascent.record.page.ListRows;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;

/** Makes rows of a list: whose assets they are comes from one statement. */
@Component
class AssetRows implements ListRows<AssetView, AssetRow> {

    private final RecordNames names;

    AssetRows(RecordNames names) {
        this.names = names;
    }

    @Override
    public Page<AssetRow> of(OrganizationId organization, Page<AssetView> assets) {
        Map<Object, String> clients = names.of(
                organization, assets.map(asset -> asset.fields().clientId()).getContent());
        return assets.map(
                asset -> AssetRow.of(asset, clients.getOrDefault(asset.fields().clientId(), "")));
    }
}
