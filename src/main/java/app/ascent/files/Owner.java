package app.ascent.files;

import java.util.UUID;

/**
 * What something is attached to, or where it is listed.
 *
 * @param kind as {@link AttachmentsOf#kind()} has it
 */
public record Owner(String kind, OwnerId id) {

    public Owner(String kind, UUID id) {
        this(kind, new OwnerId(id));
    }
}
