package app.ascent.record.search;

import app.ascent.record.Provenance;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that was found.
 *
 * @param address of its page
 * @param told what tells it from others: numbers, and whose it is
 * @param source where it came from; null for one that was created in Ascent
 * @param sourceNumber what the source called it, beside its id
 * @param match what of it is exactly what was searched for; null where only its texts fit
 */
public record Hit(
        UUID id,
        String address,
        String title,
        List<String> told,
        @Nullable Provenance source,
        @Nullable String sourceNumber,
        @Nullable Match match) {

    public String subtitle() {
        return String.join(" · ", told);
    }
}
