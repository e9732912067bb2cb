package app.ascent.importing.contact;

import app.ascent.importing.field.EmailAddress;
import app.ascent.importing.field.FieldReading;
import app.ascent.migration.spi.Finding;
import app.ascent.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The three addresses of a contact, sorted out: the first valid one is its e-mail, further ones are the others, and what
 * is no address goes to the notes; under Source it stays, too, for notes of people's own do not give way to it. So does
 * what was written around an address.
 */
record EmailAddresses(@Nullable String first, List<String> others, List<String> invalid) {

    /** How much of a text that is no address goes to the notes; all of it stays under Source. */
    private static final int SHOWN = 1_000;

    static EmailAddresses of(AutotaskContact source, FieldReading reading) {
        Map<String, String> valid = new LinkedHashMap<>();
        List<String> invalid = new ArrayList<>();
        sort("emailAddress", source.emailAddress(), valid, invalid, reading);
        if (valid.isEmpty()) {
            reading.assumed("emailAddress");
        }
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
        Optional<String> address = EmailAddress.in(cleaned);
        if (address.isPresent()) {
            valid.putIfAbsent(EmailAddress.key(address.get()), address.get());
            if (!address.get().equals(cleaned)) {
                reading.keep(field, cleaned);
            }
        } else {
            reading.keep(field, cleaned);
            invalid.add(Text.cut(cleaned, SHOWN));
            reading.remark(Finding.of(ContactReasons.INVALID_EMAIL, field, FieldReading.shown(cleaned)));
        }
    }

    /** What the notes say of addresses that are none; null when there are none such. */
    @Nullable
    String moved() {
        return invalid.isEmpty() ? null : "Email in Autotask: " + String.join(" | ", invalid);
    }

    /** What to call someone without a name, as the contact itself is called then. */
    static String standIn(AutotaskContact source) {
        return Stream.of(source.emailAddress(), source.emailAddress2(), source.emailAddress3())
                .flatMap(address -> EmailAddress.in(address).stream())
                .findFirst()
                .map(EmailAddress::localPart)
                .orElseGet(() -> "Contact " + Text.clean(source.id()));
    }
}
