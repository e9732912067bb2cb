package app.ascent.importing.contact;

import static app.ascent.importing.contact.ContactMapping.CLIENT;
import static app.ascent.importing.contact.ContactMapping.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.crm.ClientId;
import app.ascent.crm.ContactFields;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Reason;
import app.ascent.record.RecordStatus;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a whole contact becomes, what it is called, and what it wants. */
class ContactMapperTests {

    @Test
    void mapsEveryFieldOfAWholeContact() {
        Ready<ContactFields> mapped = map(Payload.contact());

        assertThat(mapped.target())
                .isEqualTo(new ContactFields(
                        new ClientId(CLIENT),
                        "Mara",
                        "Petersen",
                        "K.",
                        "Dr.",
                        "Jr.",
                        "Head of Purchasing",
                        "Mara.Petersen@elbtal-optik.example",
                        List.of("mara@private.example"),
                        "+49 40 5550 110",
                        "204",
                        "+49 151 5550 204",
                        "+49 40 5550 111",
                        "+49 40 5550 119",
                        RecordStatus.ACTIVE,
                        true,
                        true,
                        false,
                        "Hafenstrasse 7",
                        "2nd floor",
                        "Rear building",
                        "Hamburg",
                        "HH",
                        "01067",
                        "Germany",
                        "2.04",
                        "https://linkedin.example/in/mara",
                        "https://facebook.example/mara",
                        "@mara",
                        "Prefers mail\nBack in May"));
        assertThat(mapped.findings()).isEmpty();
        assertThat(mapped.links()).isEmpty();
        assertThat(mapped.keys())
                .isEqualTo(Map.of(ContactReasons.SAME_EMAIL, CLIENT + " mara.petersen@elbtal-optik.example"));
    }

    @Test
    void keepsTheRestUnderSource() {
        Ready<ContactFields> mapped = map(Payload.contact());

        assertThat(mapped.details().originals())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "surveyOptOut", "true",
                        "bulkEmailOptOutTime", "2024-02-01T00:00:00Z",
                        "companyLocationID", "5123",
                        "externalID", "CRM-88",
                        "createDate", "2018-07-09T11:02:15.450Z",
                        "lastModifiedDate", "2026-05-04T08:53:10Z",
                        "lastActivityDate", "2026-09-28T08:53:10Z"));
        assertThat(mapped.details().userDefined()).containsExactly(Map.entry("VIP", "Yes"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, ACTIVE",
        "true, ACTIVE",
        "'\"1\"', ACTIVE",
        "'\"true\"', ACTIVE",
        "0, INACTIVE",
        "false, INACTIVE",
        "'\"0\"', INACTIVE",
    })
    void isActiveOnlyWhenAutotaskSaysSo(String raw, RecordStatus status) {
        Ready<ContactFields> mapped = map(Payload.contact().json("isActive", raw));

        assertThat(mapped.target().status()).isEqualTo(status);
        assertThat(mapped.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null, NULL", "2, 2", "'\"\"', NULL", "'\" \"', NULL", "'\"maybe\"', maybe"},
            nullValues = "NULL")
    void isInactiveWithARemarkWhenAutotaskDoesNotSay(String raw, @Nullable String shown) {
        Ready<ContactFields> mapped = map(Payload.contact().json("isActive", raw));

        assertThat(mapped.target().status()).isEqualTo(RecordStatus.INACTIVE);
        assertThat(mapped.findings())
                .containsExactly(new Finding(Reason.MISSING_VALUE, "isActive", shown, null, "INACTIVE", null));
        assertThat(mapped.unsaid().assumed()).contains("isActive");
    }

    @ParameterizedTest
    @CsvSource({
        "primaryContact, NO",
        "receivesEmailNotifications, YES",
        "isOptedOutFromBulkEmail, NO",
        "solicitationOptOut, NO"
    })
    void remarksOnAFlagThatIsNeitherYesNorNo(String field, String used) {
        Ready<ContactFields> mapped = map(Payload.contact().with(field, "maybe"));

        assertThat(mapped.findings()).containsExactly(Finding.unknownValue(field, "maybe", null, used));
        assertThat(map(Payload.contact().withNull(field)).findings()).isEmpty();
    }

    @Test
    void claimsToBePrimaryOnlyWhileActive() {
        Ready<ContactFields> gone = map(Payload.contact().with("isActive", 0));

        assertThat(gone.target().primaryClaim()).isFalse();
        assertThat(gone.details().originals()).containsEntry("primaryContact", "true");
        assertThat(map(Payload.contact().with("primaryContact", false)).target().primaryClaim())
                .isFalse();
        assertThat(map(Payload.contact().json("primaryContact", "1")).target().primaryClaim())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, false",
        "true, false, true",
        "false, true, true",
        "true, true, true",
        "null, null, false",
        "1, 0, true",
    })
    void optsOutOfMarketingWhenEitherFlagIsSet(String bulk, String solicitation, boolean optedOut) {
        Payload payload =
                Payload.contact().json("isOptedOutFromBulkEmail", bulk).json("solicitationOptOut", solicitation);

        assertThat(map(payload).target().marketingOptOut()).isEqualTo(optedOut);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "null, true", "0, false"})
    void receivesNotificationsUnlessAutotaskSaysOtherwise(String raw, boolean receives) {
        assertThat(map(Payload.contact().json("receivesEmailNotifications", raw))
                        .target()
                        .receivesEmailNotifications())
                .isEqualTo(receives);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("Mara", "Petersen", "m@x", "Mara", "Petersen", null),
                Arguments.of(" Mara  Lou ", "\tvon\u00A0 Berg", "m@x", "Mara Lou", "von Berg", null),
                Arguments.of(null, "Petersen", "m@x", null, "Petersen", null),
                Arguments.of("N/A", ".", "m@x", "N/A", ".", null),
                Arguments.of("Mara", " ", "m@x", null, "Mara", "Mara"),
                Arguments.of("Mara", null, null, null, "Mara", "Mara"),
                Arguments.of("", "", "mara.p@x", null, "mara.p", "mara.p"),
                Arguments.of(null, "\u0000", "n/a", null, "Contact 3001", "Contact 3001"),
                Arguments.of(null, null, null, null, "Contact 3001", "Contact 3001"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void findsALastNameForEveryone(
            @Nullable String first,
            @Nullable String last,
            @Nullable String email,
            @Nullable String ascentFirst,
            String ascentLast,
            @Nullable String standIn) {
        Payload payload = Payload.contact()
                .with("firstName", first)
                .with("lastName", last)
                .with("emailAddress", email)
                .withNull("emailAddress2", "emailAddress3");

        Ready<ContactFields> mapped = map(payload);

        assertThat(mapped.target().firstName()).isEqualTo(ascentFirst);
        assertThat(mapped.target().lastName()).isEqualTo(ascentLast);
        assertThat(mapped.findings())
                .filteredOn(finding -> !finding.reason().equals(ContactReasons.INVALID_EMAIL))
                .isEqualTo(
                        standIn == null
                                ? List.of()
                                : List.of(new Finding(Reason.MISSING_VALUE, "lastName", null, null, standIn, null)));
    }

    @Test
    void cutsALastNameTakenFromAnEmailAddress() {
        Ready<ContactFields> mapped = map(Payload.contact()
                .withNull("firstName", "lastName")
                .with("emailAddress", "x".repeat(150) + "@elbtal.example"));

        assertThat(mapped.target().lastName()).isEqualTo("x".repeat(100));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "Mara, Petersen, Mara Petersen",
                "NULL, Petersen, Petersen",
                "Mara, NULL, Mara",
                "NULL, NULL, Mara.Petersen",
                "' a ', ' b ', a b",
            },
            nullValues = "NULL")
    void isCalledByItsNameInTheReport(@Nullable String first, @Nullable String last, String name) {
        Payload payload = Payload.contact().with("firstName", first).with("lastName", last);

        assertThat(ContactMapper.name(payload.as(AutotaskContact.class))).isEqualTo(name);
    }

    @Test
    void mapsARecordOfNothingButItsCompany() {
        Ready<ContactFields> mapped = map(Payload.contact()
                .without(Arrays.stream(AutotaskContact.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !name.equals("companyID"))
                        .toArray(String[]::new)));

        assertThat(mapped.target().lastName()).isEqualTo("Contact 3001");
        assertThat(mapped.target().status()).isEqualTo(RecordStatus.INACTIVE);
        assertThat(mapped.findings())
                .extracting(Finding::reason, Finding::field)
                .containsExactly(tuple(Reason.MISSING_VALUE, "lastName"), tuple(Reason.MISSING_VALUE, "isActive"));
    }
}
