package app.ascent.files;

import java.util.UUID;

/** Names the user or the contact who attached something. */
public record UploaderId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
