package app.ascent.assets;

import app.ascent.record.Provenance;
import app.ascent.record.field.Entered;
import app.ascent.record.table.RecordView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An asset as lists, pages and the API show it.
 *
 * @param warranty how it stands on the organization's present day; null where nobody need look at it
 */
public record AssetView(
        AssetId id,
        AssetFields fields,
        AssetLinks links,
        @Nullable Warranty warranty,
        @Nullable Provenance source,
        Instant created,
        Instant updated,
        long version)
        implements RecordView<AssetId, AssetFields> {

    @Override
    public String name() {
        return fields.name();
    }

    @Override
    public Entered entered() {
        return Entered.of(AssetFields.FIELDS, fields)
                .with(AssetRules.PARENT, links.parentId())
                .with(AssetRules.RELATED, links.relatedIds())
                .with(Entered.VERSION, version);
    }
}
