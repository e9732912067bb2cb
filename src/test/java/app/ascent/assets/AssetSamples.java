package app.ascent.assets;

import app.ascent.crm.ClientId;
import app.ascent.record.RecordStatus;
import org.jspecify.annotations.Nullable;

/** Assets with no more said than a test is about. */
public final class AssetSamples {

    private AssetSamples() {}

    public static AssetFields asset(ClientId client, String name) {
        return new AssetFields(
                name,
                client,
                AssetType.SERVER,
                RecordStatus.ACTIVE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** With another value in one field. */
    public static AssetFields with(AssetFields asset, String field, @Nullable Object value) {
        return AssetFields.FIELDS.with(asset, field, value);
    }
}
