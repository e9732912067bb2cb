package app.ascent.files;

import app.ascent.files.Contents.Content;
import app.ascent.record.PartSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is attached to a record, as people see it.
 *
 * @param uploader what whoever attached it is called now; null where nobody knows
 * @param picture what it is a picture of, as browsers call it; null for all else
 * @param source null for what was attached here
 */
public record Attachment(
        AttachmentId id,
        AttachmentFields fields,
        @Nullable String uploader,
        @Nullable String picture,
        @Nullable PartSource source) {

    Attachment by(String uploader) {
        return new Attachment(id, fields, uploader, picture, source);
    }

    public Owner owner() {
        return fields.owner();
    }

    /** Where it is listed. */
    public Owner place() {
        return fields.place();
    }

    /** Null for a link. */
    public @Nullable Content content() {
        return fields.sha256() == null ? null : new Content(fields.sha256(), Objects.requireNonNull(fields.size()));
    }
}
