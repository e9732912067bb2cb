package app.ascent.assets.web;

import app.ascent.assets.AssetFields;
import app.ascent.assets.AssetType;
import app.ascent.assets.AssetView;
import app.ascent.assets.Warranty;
import app.ascent.record.RecordStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An asset as one row of a list.
 *
 * @param product manufacturer and model, as far as they are known; empty for neither
 */
record AssetRow(
        UUID id,
        String name,
        UUID clientId,
        String client,
        AssetType type,
        String product,
        @Nullable String serialNumber,
        @Nullable LocalDate warrantyExpiration,
        @Nullable Warranty warranty,
        boolean active,
        boolean imported,
        Instant updated) {

    static AssetRow of(AssetView asset, String client) {
        AssetFields fields = asset.fields();
        return new AssetRow(
                asset.id().value(),
                fields.name(),
                fields.clientId().value(),
                client,
                fields.type(),
                Stream.of(fields.manufacturer(), fields.model())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")),
                fields.serialNumber(),
                fields.warrantyExpiration(),
                asset.warranty(),
                fields.status() == RecordStatus.ACTIVE,
                asset.source() != null,
                asset.updated());
    }
}
