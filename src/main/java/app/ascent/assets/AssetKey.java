package app.ascent.assets;

import app.ascent.text.Folded;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tells one asset of a client from all others: its number in the RMM, its serial number, its hostname. */
final class AssetKey {

    /** What tools and vendors write where there is nothing to write. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "", "n/a", "none", "unknown", "0", "to be filled by o.e.m.", "default string", "system serial number");

    private AssetKey() {}

    /** Null for a text that tells nothing. */
    static @Nullable String of(@Nullable String text) {
        String key = Folded.key(text);
        return PLACEHOLDERS.contains(key) ? null : key;
    }
}
