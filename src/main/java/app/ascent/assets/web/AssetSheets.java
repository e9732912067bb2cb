package app.ascent.assets.web;

import app.ascent.assets.AssetFields;
import app.ascent.assets.AssetId;
import app.ascent.assets.AssetView;
import app.ascent.assets.Assets;
import app.ascent.contracts.OrganizationDays;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.page.Named;
import app.ascent.record.page.RecordLinks;
import app.ascent.record.page.SourceCard;
import app.ascent.record.page.SourceCards;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Collects what the page of one asset shows. */
@Component
class AssetSheets {

    private static final PageRequest FEW = PageRequest.of(0, 25);
    private static final PageRequest ALL_RELATED = PageRequest.of(0, 500);

    private final Assets assets;
    private final AssetRows rows;
    private final RecordLinks links;
    private final SourceCards sourceCards;
    private final OrganizationDays days;
    private final CurrentUser currentUser;

    AssetSheets(
            Assets assets,
            AssetRows rows,
            RecordLinks links,
            SourceCards sourceCards,
            OrganizationDays days,
            CurrentUser currentUser) {
        this.assets = assets;
        this.rows = rows;
        this.links = links;
        this.sourceCards = sourceCards;
        this.days = days;
        this.currentUser = currentUser;
    }

    /**
     * Everything beneath the head of the page.
     *
     * @param warrantyDays until its warranty ends; below 0 when it is over
     */
    record Sheet(
            AssetFields fields,
            @Nullable Named contact,
            @Nullable Named contract,
            @Nullable Named vendor,
            Linked linked,
            long warrantyDays,
            @Nullable SourceCard source) {

        public boolean hardware() {
            return Stream.of(
                            fields.manufacturer(),
                            fields.model(),
                            fields.serialNumber(),
                            fields.referenceNumber(),
                            fields.installDate(),
                            fields.warrantyExpiration(),
                            fields.location())
                    .anyMatch(Objects::nonNull);
        }

        public boolean network() {
            return Stream.of(
                            fields.hostname(),
                            fields.ipAddress(),
                            fields.macAddress(),
                            fields.operatingSystem(),
                            fields.rmmId())
                    .anyMatch(Objects::nonNull);
        }
    }

    /** Other assets that one has to do with. */
    record Linked(@Nullable AssetRow parent, Page<AssetRow> children, List<AssetRow> related) {

        public boolean isEmpty() {
            return parent == null && children.isEmpty() && related.isEmpty();
        }

        /** Whether it is related already. */
        boolean has(UUID asset) {
            return related.stream().anyMatch(each -> each.id().equals(asset));
        }
    }

    Sheet of(AssetView asset) {
        OrganizationId organization = currentUser.organization();
        AssetFields fields = asset.fields();
        Map<Object, Named> linked = links.to(fields.contactId(), fields.contractId(), fields.vendorId());
        LocalDate warranty = fields.warrantyExpiration();
        return new Sheet(
                fields,
                linked.get(fields.contactId()),
                linked.get(fields.contractId()),
                linked.get(fields.vendorId()),
                linked(asset),
                warranty == null ? 0 : ChronoUnit.DAYS.between(days.today(organization), warranty),
                sourceCards.of(organization, "assets", asset.source(), assets.sourceTrace(organization, asset.id())));
    }

    Linked linked(AssetView asset) {
        OrganizationId organization = currentUser.organization();
        AssetId parent = asset.links().parentId();
        return new Linked(
                parent == null
                        ? null
                        : assets.find(organization, parent)
                                .map(found -> rows.of(organization, found))
                                .orElse(null),
                rows.of(organization, assets.children(organization, asset.id(), FEW)),
                rows.of(organization, assets.some(organization, asset.links().relatedIds(), ALL_RELATED))
                        .getContent());
    }
}
