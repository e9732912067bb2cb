package app.ascent.conversation;

import app.ascent.files.Attachment;
import app.ascent.files.NotCopied.Lines;
import app.ascent.record.PartSource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said, as people read it.
 *
 * @param author what whoever wrote it is called now; null where that was nobody
 * @param size of the whole body, in bytes
 * @param cut whether the body is its beginning alone
 * @param source null for what was written here
 * @param files what is attached to it, or some of it where that is much
 * @param missed what an import did not bring of that
 */
public record Entry(
        EntryId id,
        EntryFields fields,
        @Nullable String author,
        long size,
        boolean cut,
        @Nullable PartSource source,
        Instant created,
        Instant updated,
        List<Attachment> files,
        Lines missed) {

    Entry by(String author) {
        return new Entry(id, fields, author, size, cut, source, created, updated, files, missed);
    }

    Entry with(List<Attachment> files, Lines missed) {
        return new Entry(id, fields, author, size, cut, source, created, updated, files, missed);
    }

    public Place place() {
        return new Place(fields.at(), id.value());
    }
}
