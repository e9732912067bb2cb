package app.ascent.assets;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.identity.OrganizationId;
import app.ascent.record.MentionsOf;
import app.ascent.record.RecordRefused.Dependents;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Which assets people relate to which: an edit of one asset is an edit of the other. */
@Component
class AssetRelations implements MentionsOf<AssetId> {

    private static final String OF_THE_ASSET =
            """
             from asset_relation r where r.organization_id = :organization
                and (r.asset_id = :asset and r.related_id = any(:others) or r.related_id = :asset and r.asset_id = any(:others))
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;
    private final AssetParents links;
    private final AssetReading assets;

    AssetRelations(JdbcClient jdbc, Audit audit, Clock clock, AssetParents links, AssetReading assets) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.links = links;
        this.assets = assets;
    }

    /** Two who edit both ends of a pair at the same time would wait for each other: the second one waits here. */
    void lock(OrganizationId organization) {
        links.lock(organization);
    }

    /** @param name of the asset, as the others tell */
    void replace(OrganizationId organization, AssetId asset, String name, List<AssetId> before, List<AssetId> after) {
        List<AssetId> added =
                after.stream().filter(each -> !before.contains(each)).toList();
        List<AssetId> removed =
                before.stream().filter(each -> !after.contains(each)).toList();
        if (!added.isEmpty()) {
            add(organization, asset, added);
            tell(organization, added, new Change(Assets.RELATED, null, name));
        }
        if (!removed.isEmpty()) {
            remove(organization, asset, removed);
            tell(organization, removed, new Change(Assets.RELATED, name, null));
        }
    }

    private void add(OrganizationId organization, AssetId asset, List<AssetId> others) {
        bound(
                        """
                        insert into asset_relation (organization_id, id, asset_id, related_id, created_at, updated_at)
                        select :organization, v.id, :asset, v.other, :now, :now
                        from unnest(:ids::uuid[], :others::uuid[]) as v (id, other)
                        """,
                        organization,
                        others)
                .param("asset", asset.value())
                .param(
                        "ids",
                        new SqlArrayValue(
                                "uuid",
                                Stream.generate(() -> UuidVersion7Strategy.INSTANCE.generateUuid(null))
                                        .limit(others.size())
                                        .toArray()))
                .update();
    }

    private void remove(OrganizationId organization, AssetId asset, List<AssetId> others) {
        bound("delete" + OF_THE_ASSET, organization, others)
                .param("asset", asset.value())
                .update();
    }

    private void tell(OrganizationId organization, List<AssetId> others, Change change) {
        List<Audit.Told> told = bound(
                        """
                        update asset set version = version + 1, updated_at = :now
                        where organization_id = :organization and id = any(:others::uuid[]) returning id, name
                        """,
                        organization,
                        others)
                .query((row, _) -> new Audit.Told(
                        new AuditedRecord(Assets.AUDITED_AS, row.getString("id"), row.getString("name")),
                        List.of(change)))
                .list();
        audit.recordAll(Action.UPDATE, told);
    }

    private JdbcClient.StatementSpec bound(String sql, OrganizationId organization, Collection<AssetId> others) {
        return jdbc.sql(sql)
                .param("organization", organization.value())
                .param("now", Timestamp.from(clock.instant()))
                .param(
                        "others",
                        new SqlArrayValue(
                                "uuid", others.stream().map(AssetId::value).toArray()));
    }

    @Override
    public Class<AssetId> ids() {
        return AssetId.class;
    }

    @Override
    public Dependents count(OrganizationId organization, AssetId asset) {
        return new Dependents(
                "assets.related.count", related(organization, asset).size());
    }

    @Override
    public void forget(OrganizationId organization, AssetId asset, String name) {
        lock(organization);
        replace(organization, asset, name, related(organization, asset), List.of());
    }

    private List<AssetId> related(OrganizationId organization, AssetId asset) {
        return assets.find(organization, asset.value())
                .map(found -> found.links().relatedIds())
                .orElse(List.of());
    }
}
