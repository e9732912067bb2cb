package app.ascent.files;

import java.util.UUID;

/** Names one attachment. */
public record AttachmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
