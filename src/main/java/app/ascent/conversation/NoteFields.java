package app.ascent.conversation;

import app.ascent.record.field.Fields;
import app.ascent.record.field.Line;
import app.ascent.record.field.Otherwise;

/** What people enter when they write a note; the rest follows from who and when. */
public record NoteFields(@Line(100_000) String body, @Otherwise("INTERNAL") Visibility visibility) {

    public static final Fields<NoteFields> FIELDS = Fields.of(NoteFields.class);
}
