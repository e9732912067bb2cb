package app.ascent.importing.contact;

import static app.ascent.importing.contact.ContactMapping.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.crm.ContactFields;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Reason;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Field by field, what becomes of a contact: addresses, notes, limits, labels, dates. */
class ContactFieldsTests {

    @ParameterizedTest
    @CsvSource(
            value = {
                "a@x, b@x, c@x, a@x, b@x|c@x",
                "NULL, b@x, c@x, b@x, c@x",
                "'  ', NULL, c@x, c@x, NULL",
                "a@x, A@X, a@x, a@x, NULL",
                "a@x, b@x, B@x, a@x, b@x",
                "' a@x ', NULL, NULL, a@x, NULL",
                "NULL, NULL, NULL, NULL, NULL",
            },
            nullValues = "NULL")
    void sortsOutThreeAddresses(
            @Nullable String one,
            @Nullable String two,
            @Nullable String three,
            @Nullable String email,
            @Nullable String others) {
        Ready<ContactFields> mapped = map(Payload.contact()
                .with("emailAddress", one)
                .with("emailAddress2", two)
                .with("emailAddress3", three));

        assertThat(mapped.target().email()).isEqualTo(email);
        assertThat(mapped.target().otherEmails()).isEqualTo(others == null ? List.of() : List.of(others.split("\\|")));
        assertThat(mapped.findings()).isEmpty();
        assertThat(mapped.keys().keySet()).isEqualTo(email == null ? Set.of() : Set.of(ContactReasons.SAME_EMAIL));
    }

    @Test
    void movesWhatIsNoAddressToTheNotesAndTheNextOneUp() {
        Ready<ContactFields> mapped = map(Payload.contact()
                .with("emailAddress", " MARA@x.example; second@x ")
                .with("emailAddress2", "n/a")
                .with("emailAddress3", "mara@private.example")
                .with("note", "Prefers mail"));

        assertThat(mapped.target().email()).isEqualTo("mara@private.example");
        assertThat(mapped.target().otherEmails()).isEmpty();
        assertThat(mapped.target().notes())
                .isEqualTo("Prefers mail\nEmail in Autotask: MARA@x.example; second@x | n/a");
        assertThat(mapped.findings())
                .containsExactly(
                        Finding.of(ContactReasons.INVALID_EMAIL, "emailAddress", "MARA@x.example; second@x"),
                        Finding.of(ContactReasons.INVALID_EMAIL, "emailAddress2", "n/a"));
        assertThat(mapped.details().originals())
                .as("where it stays when people's own notes do")
                .containsEntry("emailAddress", "MARA@x.example; second@x")
                .containsEntry("emailAddress2", "n/a");
    }

    @Test
    void takesDecoratedAddressesOutAndKeepsThemWholeUnderSource() {
        Ready<ContactFields> mapped = map(Payload.contact()
                .with("emailAddress", "\u200BMara Petersen <mara@x.example>")
                .with("emailAddress2", "mailto:MARA@x.example")
                .with("emailAddress3", "bo@x.example;")
                .withNull("note"));

        assertThat(mapped.target())
                .extracting(ContactFields::email, ContactFields::otherEmails, ContactFields::notes)
                .containsExactly("mara@x.example", List.of("bo@x.example"), null);
        assertThat(mapped.findings()).isEmpty();
        assertThat(mapped.details().originals())
                .containsEntry("emailAddress", "Mara Petersen <mara@x.example>")
                .containsEntry("emailAddress3", "bo@x.example;");
    }

    @Test
    void movesAnOverlongAddressWholeToEmptyNotes() {
        String address = "x".repeat(300) + "@elbtal.example";

        Ready<ContactFields> mapped =
                map(Payload.contact().with("emailAddress", address).withNull("emailAddress2", "note"));

        assertThat(mapped.target().email()).isNull();
        assertThat(mapped.target().notes()).isEqualTo("Email in Autotask: " + address);
        assertThat(mapped.keys()).isEmpty();
        assertThat(mapped.findings()).extracting(Finding::reason).containsExactly(ContactReasons.INVALID_EMAIL);
    }

    @Test
    void shortensNotesThatOverflowAndKeepsAllOfThemUnderSource() {
        String note = "x".repeat(9_995);

        Ready<ContactFields> mapped = map(Payload.contact().with("note", note).with("emailAddress", "n/a"));

        assertThat(mapped.target().notes()).hasSize(10_000).endsWith("x\nEmail in Autotask: n/a");
        assertThat(mapped.details().originals()).containsEntry("note", note);
        assertThat(mapped.findings())
                .extracting(Finding::reason, Finding::field)
                .containsExactlyInAnyOrder(
                        tuple(ContactReasons.INVALID_EMAIL, "emailAddress"), tuple(Reason.TRUNCATED, "note"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "namePrefix, 3, Dr., false", "namePrefix, 4, Sir, true", "namePrefix, 77, NULL, true",
                "nameSuffix, 1, Jr., false", "nameSuffix, 5, NULL, true", "nameSuffix, null, NULL, false",
            },
            nullValues = "NULL")
    void takesLabelsOfPrefixAndSuffix(String field, String value, @Nullable String label, boolean remarked) {
        Ready<ContactFields> mapped = map(Payload.contact().json(field, value));

        ContactFields contact = mapped.target();
        assertThat(field.equals("namePrefix") ? contact.prefix() : contact.suffix())
                .isEqualTo(label);
        assertThat(mapped.findings())
                .isEqualTo(remarked ? List.of(Finding.unknownValue(field, value, label, label)) : List.of());
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                limit("firstName", 100, ContactFields::firstName),
                limit("lastName", 100, ContactFields::lastName),
                limit("middleInitial", 50, ContactFields::middleName),
                limit("title", 150, ContactFields::jobTitle),
                limit("phone", 50, ContactFields::phone),
                limit("extension", 20, ContactFields::extension),
                limit("mobilePhone", 50, ContactFields::mobile),
                limit("alternatePhone", 50, ContactFields::alternatePhone),
                limit("faxNumber", 50, ContactFields::fax),
                limit("addressLine", 200, ContactFields::address1),
                limit("addressLine1", 200, ContactFields::address2),
                limit("additionalAddressInformation", 200, ContactFields::additionalAddress),
                limit("city", 100, ContactFields::city),
                limit("state", 100, ContactFields::state),
                limit("zipCode", 30, ContactFields::postalCode),
                limit("roomNumber", 50, ContactFields::room),
                limit("twitterUrl", 255, ContactFields::twitter),
                limit("note", 10_000, ContactFields::notes));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void cutsWhatIsTooLongAndKeepsAllOfItUnderSource(
            String field, int limit, Function<ContactFields, @Nullable String> target) {
        String tooLong = "x".repeat(limit - 1) + "\uD83D\uDE00";

        Ready<ContactFields> whole = map(Payload.contact().with(field, "x".repeat(limit)));
        Ready<ContactFields> cut = map(Payload.contact().with(field, tooLong));

        assertThat(target.apply(whole.target())).isEqualTo("x".repeat(limit));
        assertThat(whole.findings()).isEmpty();
        assertThat(target.apply(cut.target())).isEqualTo("x".repeat(limit - 1));
        assertThat(cut.details().originals()).containsEntry(field, tooLong);
        assertThat(cut.findings())
                .extracting(Finding::reason, Finding::field)
                .containsExactly(tuple(Reason.TRUNCATED, field));
    }

    private static Arguments limit(String field, int limit, Function<ContactFields, @Nullable String> target) {
        return Arguments.of(field, limit, target);
    }

    @Test
    void doesNotInheritAnAddressAndRemarksOnAnUnlistedCountry() {
        Ready<ContactFields> mapped = map(Payload.contact()
                .withNull("addressLine", "addressLine1", "city", "state", "zipCode")
                .with("countryID", 4711));

        assertThat(mapped.target())
                .extracting(ContactFields::address1, ContactFields::city, ContactFields::country)
                .containsOnlyNulls();
        assertThat(mapped.findings())
                .extracting(Finding::reason, Finding::field, Finding::value)
                .containsExactly(tuple(Reason.REFERENCE_MISSING, "countryID", "4711"));
    }

    @Test
    void leavesOutImpossibleDatesWithARemark() {
        Ready<ContactFields> mapped = map(Payload.contact().with("createDate", "1753-01-01T00:00:00"));

        assertThat(mapped.details().originals()).doesNotContainKey("createDate");
        assertThat(mapped.findings())
                .containsExactly(Finding.of(Reason.INVALID_DATE, "createDate", "1753-01-01T00:00:00")
                        .saying("“1753-01-01T00:00:00” lies before 1900 or after 2200, so it was left out."));
    }
}
