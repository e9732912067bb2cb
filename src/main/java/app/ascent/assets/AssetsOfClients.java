package app.ascent.assets;

import app.ascent.crm.ClientId;
import app.ascent.identity.OrganizationId;
import app.ascent.record.DependentsOf;
import app.ascent.record.RecordRefused.Dependents;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** A client with assets is not deleted. */
@Component
class AssetsOfClients implements DependentsOf<ClientId> {

    private final AssetReading assets;

    AssetsOfClients(AssetReading assets) {
        this.assets = assets;
    }

    @Override
    public Class<ClientId> ids() {
        return ClientId.class;
    }

    @Override
    public Dependents count(OrganizationId organization, ClientId client) {
        return new Dependents(
                "assets.of-client.count",
                assets.all(organization, AssetFilter.of(client), Pageable.ofSize(1))
                        .getTotalElements());
    }
}
