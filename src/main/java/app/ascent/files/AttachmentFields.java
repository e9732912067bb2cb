package app.ascent.files;

import app.ascent.record.field.BySource;
import app.ascent.record.field.Fields;
import app.ascent.record.field.Line;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an attachment, as an import writes them and nobody edits them.
 *
 * @param ownerKind plural in addresses of what it is attached to; {@code entries} for an entry of a conversation
 * @param placeKind of the record on whose page it is listed: what an entry is about, the ticket of a time entry, otherwise the owner
 * @param name as {@link FileName} cleans it
 * @param url of a link, http or https alone
 * @param contentType as somebody told it, never trusted
 * @param size in bytes; null for a link
 * @param sha256 of the content, in hex; null for a link
 * @param uploaderName as it was then
 */
public record AttachmentFields(
        @Line(20) String ownerKind,
        OwnerId ownerId,
        @Line(20) String placeKind,
        OwnerId placeId,
        @Line(255) String name,
        AttachmentKind kind,
        @Line(2000) @Nullable String url,
        @Line(100) @Nullable String contentType,
        @BySource @Nullable Long size,
        @Line(64) @Nullable String sha256,
        Visibility visibility,
        Instant uploadedAt,
        UploaderType uploaderType,
        @Nullable UploaderId uploaderId,
        @Line(200) @Nullable String uploaderName) {

    public static final Fields<AttachmentFields> FIELDS = Fields.of(AttachmentFields.class);

    Owner owner() {
        return new Owner(ownerKind, ownerId);
    }

    Owner place() {
        return new Owner(placeKind, placeId);
    }

    /** Whether what came from the source tells nothing of the content of this file. */
    boolean leavesContent() {
        return kind == AttachmentKind.FILE && sha256 == null;
    }

    /** With the content of another. */
    AttachmentFields withContentOf(AttachmentFields known) {
        return new AttachmentFields(
                ownerKind,
                ownerId,
                placeKind,
                placeId,
                name,
                kind,
                url,
                contentType,
                known.size,
                known.sha256,
                visibility,
                uploadedAt,
                uploaderType,
                uploaderId,
                uploaderName);
    }
}
