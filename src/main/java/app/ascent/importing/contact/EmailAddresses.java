package app.ascent.importing.contact;

import app.ascent.importing.field.EmailAddress;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Text;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The three addresses of a contact, sorted out: the first valid one is its e-mail, further ones are the others, and what
 * is no address moves to the notes.
 */
record EmailAddresses(@Nullable String first, List<String> others, List<String> invalid) {

    static EmailAddresses of(AutotaskContact source, FieldReading reading) {
        Map<String, String> valid = new LinkedHashMap<>();
        List<String> invalid = new ArrayList<>();
        sort("emailAddress", source.emailAddress(), valid, invalid, reading);
        sort("emailAddress2", source.emailAddress2(), valid, invalid, reading);
        sort("emailAddress3", source.emailAddress3(), valid, invalid, reading);
        List<String> distinct = List.copyOf(valid.values());
        return distinct.isEmpty()
                ? new EmailAddresses(null, List.of(), invalid)
                : new EmailAddresses(distinct.getFirst(), distinct.subList(1, distinct.size()), invalid);
    }

    private static void sort(
            String field, @Nullable String raw, Map<String, String> valid, List<String> invalid, FieldReading reading) {
        String cleaned = Text.clean(raw);
        if (cleaned == null) {
            return;
        }
        if (EmailAddress.isValid(cleaned)) {
            valid.putIfAbsent(EmailAddress.key(cleaned), cleaned);
        } else {
            invalid.add(cleaned);
            reading.remark(Finding.of(Reason.INVALID_EMAIL, field, FieldReading.shown(cleaned)));
        }
    }

    /** The notes of the contact with the addresses that are none below them. */
    @Nullable
    String appendInvalidTo(@Nullable String notes) {
        if (invalid.isEmpty()) {
            return notes;
        }
        String moved = "Email in Autotask: " + String.join(" | ", invalid);
        return notes == null ? moved : notes + "\n" + moved;
    }
}
