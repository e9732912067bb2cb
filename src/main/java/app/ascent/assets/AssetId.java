package app.ascent.assets;

import java.util.UUID;

/** Names one asset. */
public record AssetId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
