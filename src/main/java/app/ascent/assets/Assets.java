package app.ascent.assets;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordNames;
import app.ascent.record.RecordStatus;
import app.ascent.record.field.Differences;
import app.ascent.record.field.Entered;
import app.ascent.record.table.Checked;
import app.ascent.record.table.DeskServices;
import app.ascent.record.table.RecordDesk;
import app.ascent.record.table.RecordRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The assets of an organization's clients, as people read and change them; each change is checked and leaves an audit entry. */
@Service
public class Assets extends RecordDesk<AssetId, AssetFields, AssetLinks, AssetView, AssetFilter> {

    /** What audit entries call an asset. */
    public static final String AUDITED_AS = "Asset";

    /** What audit entries call the links of an asset. */
    static final String PARENT = "Parent asset";

    static final String RELATED = "Related assets";

    private final AssetReading reading;
    private final AssetRules rules;
    private final AssetRelations relations;
    private final RecordNames names;

    Assets(
            RecordRows<AssetFields> rows,
            AssetReading reading,
            AssetRules rules,
            AssetRelations relations,
            RecordNames names,
            DeskServices services) {
        super(AUDITED_AS, AssetId.class, AssetFields.FIELDS, rows, reading, services);
        this.reading = reading;
        this.rules = rules;
        this.relations = relations;
        this.names = names;
    }

    @Transactional(readOnly = true)
    public Page<AssetView> children(OrganizationId organization, AssetId parent, Pageable pageable) {
        return reading.children(organization, parent, pageable);
    }

    /** Takes the asset out of lists of active ones, or back into them; nothing else changes. */
    @Transactional
    public AssetView setStatus(OrganizationId organization, AssetId id, RecordStatus status) {
        AssetView asset = get(organization, id);
        return change(
                organization,
                asset,
                new Checked<>(AssetFields.FIELDS.with(asset.fields(), "status", status), asset.links()));
    }

    @Override
    protected Checked<AssetFields, AssetLinks> check(
            OrganizationId organization, @Nullable AssetView asset, Entered entered) {
        return rules.check(organization, asset, entered);
    }

    @Override
    protected AssetLinks beside(AssetView asset) {
        return asset.links();
    }

    @Override
    protected Map<String, ? extends @Nullable Object> columns(@Nullable AssetView before, AssetLinks links) {
        AssetId parent = links.parentId();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("parent_id", parent == null ? null : parent.value());
        return columns;
    }

    @Override
    protected void prepare(
            OrganizationId organization, @Nullable AssetView before, Checked<AssetFields, AssetLinks> next) {
        if (!next.beside().relatedIds().equals(related(before))) {
            relations.lock(organization);
        }
    }

    @Override
    protected void complete(
            OrganizationId organization,
            AssetId id,
            @Nullable AssetView before,
            Checked<AssetFields, AssetLinks> next) {
        relations.replace(
                organization,
                id,
                next.fields().name(),
                related(before),
                next.beside().relatedIds());
    }

    private static List<AssetId> related(@Nullable AssetView asset) {
        return asset == null ? List.of() : asset.links().relatedIds();
    }

    @Override
    protected void tellBeside(
            OrganizationId organization,
            Differences differences,
            @Nullable AssetView before,
            @Nullable AssetView after) {
        AssetId parentBefore = before == null ? null : before.links().parentId();
        AssetId parentAfter = after == null ? null : after.links().parentId();
        List<AssetId> named = new ArrayList<>(related(before));
        named.addAll(related(after));
        if (parentBefore != null) {
            named.add(parentBefore);
        }
        if (parentAfter != null) {
            named.add(parentAfter);
        }
        Map<Object, String> called = names.of(organization, named);
        differences
                .and(PARENT, called(called, parentBefore), called(called, parentAfter))
                .and(
                        RELATED,
                        related(before).stream()
                                .map(each -> called(called, each))
                                .toList(),
                        related(after).stream()
                                .map(each -> called(called, each))
                                .toList());
    }

    private static @Nullable String called(Map<Object, String> names, @Nullable AssetId asset) {
        return asset == null ? null : names.getOrDefault(asset, asset.toString());
    }
}
