package app.ascent.crm;

import app.ascent.crm.search.SearchText;
import app.ascent.text.Folded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which field of a contact lies in which column of {@code crm_contact}. */
final class ContactColumns {

    static final List<Column<ContactFields>> FIELDS = List.of(
            Column.of("client_id", "uuid", contact -> contact.client().value()),
            Column.text("first_name", ContactFields::firstName),
            Column.text("last_name", ContactFields::lastName),
            Column.text("middle_name", ContactFields::middleName),
            Column.text("prefix", ContactFields::prefix),
            Column.text("suffix", ContactFields::suffix),
            Column.text("job_title", ContactFields::jobTitle),
            Column.text("email", ContactFields::email),
            Column.lines("other_emails", ContactFields::otherEmails),
            Column.text("phone", ContactFields::phone),
            Column.text("extension", ContactFields::extension),
            Column.text("mobile", ContactFields::mobile),
            Column.text("alternate_phone", ContactFields::alternatePhone),
            Column.text("fax", ContactFields::fax),
            Column.text("status", contact -> contact.status().name()),
            Column.of("primary_claim", "boolean", ContactFields::primaryClaim),
            Column.of("receives_email_notifications", "boolean", ContactFields::receivesEmailNotifications),
            Column.of("marketing_opt_out", "boolean", ContactFields::marketingOptOut),
            Column.text("address1", ContactFields::address1),
            Column.text("address2", ContactFields::address2),
            Column.text("additional_address", ContactFields::additionalAddress),
            Column.text("city", ContactFields::city),
            Column.text("state", ContactFields::state),
            Column.text("postal_code", ContactFields::postalCode),
            Column.text("country", ContactFields::country),
            Column.text("room", ContactFields::room),
            Column.text("linked_in", ContactFields::linkedIn),
            Column.text("facebook", ContactFields::facebook),
            Column.text("twitter", ContactFields::twitter),
            Column.text("notes", ContactFields::notes),
            Column.text("match_key", contact -> matchKey(contact.firstName(), contact.lastName(), contact.email())),
            Column.text("sort_key", contact -> Folded.order(fullName(contact))));

    /** What an import writes of each contact. */
    static final Columns<ImportedRecord<ContactFields>> IMPORTED = ProvenanceColumns.with(FIELDS);

    private ContactColumns() {}

    /** By the address where there is one, by the name where there is none: the two never meet. */
    static String matchKey(@Nullable String firstName, String lastName, @Nullable String email) {
        return email == null ? "n:" + Folded.key(firstName) + "\n" + Folded.key(lastName) : "e:" + Folded.key(email);
    }

    static String fullName(ContactFields contact) {
        return Stream.of(contact.firstName(), contact.middleName(), contact.lastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    static String searchText(ContactFields contact) {
        List<@Nullable String> texts = new ArrayList<>();
        texts.add(fullName(contact));
        texts.add(contact.email());
        texts.addAll(contact.otherEmails());
        return SearchText.of(
                texts, Arrays.asList(contact.phone(), contact.mobile(), contact.alternatePhone(), contact.fax()));
    }

    static ContactFields fields(ResultSet row) throws SQLException {
        return new ContactFields(
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("middle_name"),
                row.getString("prefix"),
                row.getString("suffix"),
                row.getString("job_title"),
                row.getString("email"),
                List.of((String[]) row.getArray("other_emails").getArray()),
                row.getString("phone"),
                row.getString("extension"),
                row.getString("mobile"),
                row.getString("alternate_phone"),
                row.getString("fax"),
                RecordStatus.valueOf(row.getString("status")),
                row.getBoolean("primary_claim"),
                row.getBoolean("receives_email_notifications"),
                row.getBoolean("marketing_opt_out"),
                row.getString("address1"),
                row.getString("address2"),
                row.getString("additional_address"),
                row.getString("city"),
                row.getString("state"),
                row.getString("postal_code"),
                row.getString("country"),
                row.getString("room"),
                row.getString("linked_in"),
                row.getString("facebook"),
                row.getString("twitter"),
                row.getString("notes"));
    }
}
