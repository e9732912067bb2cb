package app.ascent.importing.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.crm.ClientId;
import app.ascent.crm.ContactFields;
import app.ascent.crm.RecordStatus;
import app.ascent.importing.Dictionaries;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Mapped.Rejected;
import app.ascent.migration.spi.Mapped.Skipped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactMapperTests {

    private static final SourceId ID = new SourceId(3001);
    private static final UUID CLIENT = UUID.fromString("0190f3d2-0000-7000-8000-0000000000c1");

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
        assertThat(mapped.keys()).isEqualTo(Map.of(Reason.SAME_EMAIL, CLIENT + " mara.petersen@elbtal-optik.example"));
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
        "null, INACTIVE",
        "2, INACTIVE",
        "'\"\"', INACTIVE",
    })
    void isActiveOnlyWhenAutotaskSaysSo(String raw, RecordStatus status) {
        Ready<ContactFields> mapped = map(Payload.contact().json("isActive", raw));

        assertThat(mapped.target().status()).isEqualTo(status);
        assertThat(mapped.findings()).isEmpty();
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
                .filteredOn(finding -> finding.reason() != Reason.INVALID_EMAIL)
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
        assertThat(mapped.keys().keySet()).isEqualTo(email == null ? Set.of() : Set.of(Reason.SAME_EMAIL));
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
                        Finding.of(Reason.INVALID_EMAIL, "emailAddress", "MARA@x.example; second@x"),
                        Finding.of(Reason.INVALID_EMAIL, "emailAddress2", "n/a"));
    }

    @Test
    void movesAnOverlongAddressWholeToEmptyNotes() {
        String address = "x".repeat(300) + "@elbtal.example";

        Ready<ContactFields> mapped =
                map(Payload.contact().with("emailAddress", address).withNull("emailAddress2", "note"));

        assertThat(mapped.target().email()).isNull();
        assertThat(mapped.target().notes()).isEqualTo("Email in Autotask: " + address);
        assertThat(mapped.keys()).isEmpty();
        assertThat(mapped.findings()).extracting(Finding::reason).containsExactly(Reason.INVALID_EMAIL);
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
                        tuple(Reason.INVALID_EMAIL, "emailAddress"), tuple(Reason.TRUNCATED, "note"));
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
                .containsExactly(Finding.of(Reason.INVALID_DATE, "createDate", "1753-01-01T00:00:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \""})
    void skipsAContactWithoutACompany(String company) {
        Mapped<ContactFields> mapped = map(Payload.contact().json("companyID", company), new Resolution.Unknown());

        assertThat(mapped).isInstanceOfSatisfying(Skipped.class, skipped -> {
            assertThat(skipped.reason().reason()).isEqualTo(Reason.PARENT_NOT_IMPORTED);
            assertThat(skipped.reason().field()).isEqualTo("companyID");
            assertThat(skipped.reason().value()).isNull();
            assertThat(skipped.reason().detail()).contains("no company");
        });
    }

    @Test
    void namesTheCompanyThatAutotaskDidNotSend() {
        Mapped<ContactFields> mapped = map(Payload.contact(), new Resolution.Unknown());

        assertThat(mapped)
                .isEqualTo(new Skipped<ContactFields>(Finding.of(Reason.PARENT_NOT_IMPORTED, "companyID", "174")
                        .saying("Autotask did not send its company (174), so it has no client to belong to.")));
    }

    @ParameterizedTest
    @CsvSource({
        "INTERNAL_ERROR, PARENT_NOT_IMPORTED, 'Its company (174) failed, so it has no client to belong to.'",
        "SOURCE_ERROR, PARENT_NOT_IMPORTED, 'Its company (174) failed, so it has no client to belong to.'",
        "DELETED_IN_ASCENT, DELETED_IN_ASCENT, 'The client of its company (174) was deleted in Ascent. It is not brought back.'",
    })
    void saysWhyItsCompanyIsMissing(Reason why, Reason code, String sentence) {
        Mapped<ContactFields> mapped = map(Payload.contact(), new Resolution.NotLoaded(why));

        assertThat(mapped)
                .isEqualTo(new Skipped<ContactFields>(
                        Finding.of(code, "companyID", "174").saying(sentence)));
    }

    @Test
    void cannotLoadAContactWhoseCompanyIsNoId() {
        Mapped<ContactFields> mapped = map(Payload.contact().with("companyID", "HQ"), new Resolution.Unknown());

        assertThat(mapped).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.problems())
                .singleElement()
                .satisfies(problem -> assertThat(((Finding) problem).reason()).isEqualTo(Reason.INVALID_VALUE)));
    }

    @Test
    void belongsToTheOwnOrganizationLikeAnyOther() {
        Payload staff = Payload.contact().with("companyID", 0);
        SourceRef own = new SourceRef(ContactMapper.COMPANIES, new SourceId(0));

        assertThat(ContactMapper.company(staff.as(AutotaskContact.class))).contains(own);
        assertThat(ContactMapper.map(
                        ID,
                        staff.as(AutotaskContact.class),
                        new References(
                                Dictionaries.tenant(), Map.of(own, new Resolution.Loaded(new TargetId(CLIENT))))))
                .isInstanceOf(Ready.class);
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
        assertThat(mapped.findings()).extracting(Finding::reason).containsExactly(Reason.MISSING_VALUE);
    }

    private static Ready<ContactFields> map(Payload payload) {
        return (Ready<ContactFields>) map(payload, new Resolution.Loaded(new TargetId(CLIENT)));
    }

    private static Mapped<ContactFields> map(Payload payload, Resolution company) {
        Map<SourceRef, Resolution> resolved =
                Map.of(new SourceRef(ContactMapper.COMPANIES, new SourceId(174)), company);
        return ContactMapper.map(
                ID, payload.as(AutotaskContact.class), new References(Dictionaries.tenant(), resolved));
    }
}
