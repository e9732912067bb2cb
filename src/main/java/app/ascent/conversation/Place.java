package app.ascent.conversation;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an entry stands in its conversation, as addresses have it; one that is gone meanwhile still is a place. */
public record Place(Instant at, UUID id) {

    /** What makes no sense is no place. */
    public static @Nullable Place parse(@Nullable String text) {
        int seam = text == null ? -1 : text.indexOf('_');
        if (text == null || seam < 0) {
            return null;
        }
        try {
            return new Place(Instant.parse(text.substring(0, seam)), UUID.fromString(text.substring(seam + 1)));
        } catch (DateTimeException | IllegalArgumentException senseless) {
            return null;
        }
    }

    @Override
    public String toString() {
        return at + "_" + id;
    }
}
