package app.ascent.importing.contact;

import app.ascent.crm.ContactFields;
import app.ascent.importing.field.EmailAddress;
import app.ascent.importing.field.FieldReading;
import app.ascent.migration.spi.SourceId;
import app.ascent.text.Text;
import org.jspecify.annotations.Nullable;

/** First and last name of a contact; the last one is required in Ascent, so something stands in for an empty one. */
record PersonName(@Nullable String first, String last) {

    private static final int LIMIT = ContactFields.FIELDS.named("lastName").limit();
    private static final String LAST_NAME = "lastName";

    static PersonName of(SourceId id, AutotaskContact source, @Nullable String email, FieldReading reading) {
        String first = Text.name(source.firstName());
        String last = Text.name(source.lastName());
        if (last != null) {
            return new PersonName(first, last);
        }
        String standIn = first == null ? standIn(id, email) : first;
        reading.substituted(LAST_NAME, null, standIn);
        return new PersonName(null, standIn);
    }

    private static String standIn(SourceId id, @Nullable String email) {
        return email == null ? "Contact " + id : Text.cut(EmailAddress.localPart(email), LIMIT);
    }
}
