package app.ascent.importing.contact;

import app.ascent.importing.field.EmailAddress;
import app.ascent.importing.field.FieldReading;
import app.ascent.migration.spi.SourceId;
import app.ascent.text.Text;
import org.jspecify.annotations.Nullable;

/** First and last name of a contact; the last one is required in Ascent, so something stands in for an empty one. */
record PersonName(@Nullable String first, String last) {

    private static final int LIMIT = 100;
    private static final String LAST_NAME = "lastName";

    static PersonName of(SourceId id, AutotaskContact source, @Nullable String email, FieldReading reading) {
        String first = reading.name("firstName", source.firstName(), LIMIT);
        String last = reading.name(LAST_NAME, source.lastName(), LIMIT);
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
