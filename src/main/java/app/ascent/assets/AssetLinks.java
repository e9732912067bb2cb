package app.ascent.assets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Other assets that an asset has to do with; an import knows them only when all assets are there.
 *
 * @param parentId what it runs on, or is part of
 * @param relatedIds in the order of their ids, each once
 */
public record AssetLinks(@Nullable AssetId parentId, List<AssetId> relatedIds) {

    static final AssetLinks NONE = new AssetLinks(null, List.of());
}
