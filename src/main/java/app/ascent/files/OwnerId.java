package app.ascent.files;

import java.util.UUID;

/** Names what something is attached to, whatever its kind. */
public record OwnerId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
