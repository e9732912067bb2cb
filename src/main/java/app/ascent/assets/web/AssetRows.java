package app.ascent.assets.web;

import app.ascent.assets.AssetView;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordNames;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.stereotype.Component;

/** Makes rows of a list: whose assets they are comes from one statement. */
@Component
class AssetRows {

    private final RecordNames names;

    AssetRows(RecordNames names) {
        this.names = names;
    }

    AssetRow of(OrganizationId organization, AssetView asset) {
        return of(organization, new PageImpl<>(List.of(asset))).getContent().getFirst();
    }

    Page<AssetRow> of(OrganizationId organization, Page<AssetView> assets) {
        Map<Object, String> clients = names.of(
                organization, assets.map(asset -> asset.fields().clientId()).getContent());
        return assets.map(
                asset -> AssetRow.of(asset, clients.getOrDefault(asset.fields().clientId(), "")));
    }
}
