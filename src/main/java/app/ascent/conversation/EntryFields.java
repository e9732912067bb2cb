package app.ascent.conversation;

import app.ascent.record.field.Fields;
import app.ascent.record.field.Line;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an entry, as an import writes them and nobody edits them.
 *
 * @param authorName as it was when this was written; of what was written by nobody, what wrote it ({@code workflow rules}),
 *     as far as that is known
 * @param body may be empty where it is in the source
 */
public record EntryFields(
        @Line(20) String ownerKind,
        OwnerId ownerId,
        Instant at,
        AuthorType authorType,
        @Nullable AuthorId authorId,
        @Line(200) @Nullable String authorName,
        Visibility visibility,
        EntryKind kind,
        @Line(255) @Nullable String heading,
        @Line(1_000_000) String body) {

    public static final Fields<EntryFields> FIELDS = Fields.of(EntryFields.class);
}
