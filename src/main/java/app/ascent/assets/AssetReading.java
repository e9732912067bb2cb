package app.ascent.assets;

import app.ascent.contracts.ContractId;
import app.ascent.contracts.OrganizationDays;
import app.ascent.crm.ClientId;
import app.ascent.identity.OrganizationId;
import app.ascent.record.table.PageQuery;
import app.ascent.record.table.PageQuery.Criteria;
import app.ascent.record.table.RecordReading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads assets as everybody sees them on the organization's present day. */
@Component
class AssetReading extends RecordReading<AssetFields, AssetView, AssetFilter> {

    /** Either end of a pair sees the other one, and a pair that was told from both ends once. */
    private static final String LINKS =
            """
            c.parent_id, array(
                select r.related_id from asset_relation r
                where r.organization_id = c.organization_id and r.asset_id = c.id
                union
                select r.asset_id from asset_relation r
                where r.organization_id = c.organization_id and r.related_id = c.id
                order by 1
            ) as related_ids""";

    private final JdbcClient jdbc;
    private final OrganizationDays days;

    AssetReading(JdbcClient jdbc, OrganizationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    Page<AssetView> children(OrganizationId organization, AssetId parent, Pageable pageable) {
        return those(organization, new Criteria(organization, null).equal("parent_id", parent.value()), pageable);
    }

    @Override
    protected PageQuery<AssetFields, AssetView> query(OrganizationId organization) {
        LocalDate today = days.today(organization);
        return new PageQuery<>(
                jdbc,
                AssetTables.ASSETS,
                LINKS,
                "",
                (asset, row) -> new AssetView(
                        new AssetId(asset.id()),
                        asset.fields(),
                        links(row),
                        Warranty.on(today, asset.fields().warrantyExpiration()),
                        asset.source(),
                        asset.created(),
                        asset.updated(),
                        asset.version()));
    }

    private static AssetLinks links(ResultSet row) throws SQLException {
        UUID parent = row.getObject("parent_id", UUID.class);
        UUID[] related = (UUID[]) row.getArray("related_ids").getArray();
        return new AssetLinks(
                parent == null ? null : new AssetId(parent),
                Arrays.stream(related).map(AssetId::new).toList());
    }

    @Override
    protected Criteria criteria(OrganizationId organization, AssetFilter filter) {
        ClientId client = filter.client();
        ContractId contract = filter.contract();
        Criteria criteria = new Criteria(organization, filter.search())
                .equal("client_id", client == null ? null : client.value())
                .equal("contract_id", contract == null ? null : contract.value())
                .equal("type", filter.type())
                .equal("status", filter.status());
        LocalDate today = days.today(organization);
        return switch (filter.warranty()) {
            case null -> criteria;
            case EXPIRED -> criteria.and("c.warranty_ends_on < :today").parameter("today", today);
            case WITHIN_30_DAYS ->
                criteria.and("c.warranty_ends_on between :today and :soon")
                        .parameter("today", today)
                        .parameter("soon", today.plusDays(Warranty.SOON));
        };
    }
}
