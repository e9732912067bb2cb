package app.ascent.importing.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientType;
import app.ascent.crm.RecordStatus;
import app.ascent.identity.UserId;
import app.ascent.importing.Dictionaries;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import java.util.AbstractMap.SimpleEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyMapperTests {

    private static final SourceId ID = new SourceId(174);

    @Test
    void mapsEveryFieldOfAWholeCompany() {
        Ready<ClientFields> mapped = map(Payload.company());

        assertThat(mapped.target())
                .isEqualTo(new ClientFields(
                        "Elbtal Optik GmbH",
                        "K-0174",
                        ClientType.CUSTOMER,
                        RecordStatus.ACTIVE,
                        "+49 40 5550 100",
                        "+49 40 5550 101",
                        "+49 40 5550 102",
                        "+49 40 5550 109",
                        "https://www.elbtal-optik.example",
                        "Hafenstrasse 7",
                        "2nd floor",
                        "Rear building",
                        "Hamburg",
                        "HH",
                        "01067",
                        "Germany",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "DE 123 456 789",
                        false,
                        new UserId(Dictionaries.MEMBER),
                        "Healthcare",
                        "North",
                        null));
        assertThat(mapped.findings()).isEmpty();
        assertThat(mapped.keys()).isEqualTo(Map.of(Reason.SAME_NAME, "elbtal optik gmbh"));
        assertThat(mapped.links())
                .isEqualTo(Map.of("parentCompanyID", new SourceRef(CompanyMapper.TYPE, new SourceId(900))));
    }

    @Test
    void keepsTheRestUnderSource() {
        Ready<ClientFields> mapped = map(Payload.company());

        assertThat(mapped.details().originals())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("companyType", "Customer"),
                        Map.entry("ownerResourceID", "Zoë Lindqvist"),
                        Map.entry("classification", "Gold"),
                        Map.entry("companyCategoryID", "1"),
                        Map.entry("createDate", "2016-03-30T13:10:35.563Z"),
                        Map.entry("lastActivityDate", "2026-09-28T08:53:10Z"),
                        Map.entry("lastTrackedModifiedDateTime", "2025-11-04T10:32:29.520Z"),
                        Map.entry("currencyID", "2"),
                        Map.entry("sicCode", "3851"),
                        Map.entry("stockSymbol", "ELBO"),
                        Map.entry("stockMarket", "XETRA"),
                        Map.entry("assetValue", "125000.0"),
                        Map.entry("surveyCompanyRating", "4.5")));
        assertThat(mapped.details().userDefined())
                .containsExactly(
                        Map.entry("Region", "North"),
                        Map.entry("Seats", "25.0000"),
                        Map.entry("Portal password", "*****"),
                        new SimpleEntry<>("Legacy ref", null));
    }

    @ParameterizedTest
    @CsvSource({
        "1, CUSTOMER",
        "2, LEAD",
        "3, PROSPECT",
        "4, FORMER",
        "6, FORMER",
        "7, VENDOR",
        "8, PARTNER",
        "13, PARTNER",
    })
    void takesTheTypeThatWasDecided(String value, ClientType type) {
        Ready<ClientFields> mapped = map(Payload.company().json("companyType", value));

        assertThat(mapped.target().type()).isEqualTo(type);
        assertThat(mapped.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"12, Distributor, CUSTOMER", "99, NULL, CUSTOMER", "NULL, NULL, CUSTOMER"},
            nullValues = "NULL")
    void reportsTypesNobodyKnows(@Nullable String value, @Nullable String label, ClientType type) {
        Ready<ClientFields> mapped =
                map(Payload.company().json("companyType", String.valueOf(value).toLowerCase()));

        assertThat(mapped.target().type()).isEqualTo(type);
        assertThat(mapped.findings()).containsExactly(Finding.unknownValue("companyType", value, label, type.name()));
        assertThat(mapped.details().originals().get("companyType")).isEqualTo(label == null ? value : label);
    }

    @Test
    void saysOfATypeNoLongerOfferedThatItWasTakenAllTheSame() {
        Ready<ClientFields> mapped = map(Payload.company().json("companyType", "14"));

        assertThat(mapped.target().type()).isEqualTo(ClientType.VENDOR);
        assertThat(mapped.findings())
                .containsExactly(Finding.unknownValue("companyType", "14", "Supplier", "VENDOR")
                        .saying("Autotask no longer offers the company type Supplier. It was imported like any other of"
                                + " that type."));
    }

    @ParameterizedTest
    @CsvSource({
        "1, true, ACTIVE",
        "1, false, INACTIVE",
        "4, true, INACTIVE",
        "4, false, INACTIVE",
        "1, 1, ACTIVE",
        "1, 0, INACTIVE",
        "1, '\"true\"', ACTIVE",
        "1, '\"False\"', INACTIVE",
        "7, true, ACTIVE",
    })
    void isInactiveWhenAutotaskSaysSoOrTheClientLeft(String type, String active, RecordStatus status) {
        Ready<ClientFields> mapped =
                map(Payload.company().json("companyType", type).json("isActive", active));

        assertThat(mapped.target().status()).isEqualTo(status);
        assertThat(mapped.findings()).isEmpty();
    }

    @Test
    void isActiveWithARemarkWhenAutotaskDoesNotSay() {
        assertThat(List.of(
                        map(Payload.company().withNull("isActive")),
                        map(Payload.company().without("isActive"))))
                .allSatisfy(mapped -> {
                    assertThat(mapped.target().status()).isEqualTo(RecordStatus.ACTIVE);
                    assertThat(mapped.findings())
                            .containsExactly(new Finding(Reason.MISSING_VALUE, "isActive", null, null, "ACTIVE", null));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"   \"", "\"\\u0000\""})
    void namesANamelessCompanyByItsId(String name) {
        Payload payload = Payload.company().json("companyName", name);

        Ready<ClientFields> mapped = map(payload);

        assertThat(mapped.target().name()).isEqualTo("Autotask company 174");
        assertThat(CompanyMapper.name(payload.as(AutotaskCompany.class))).isEqualTo("Autotask company 174");
        assertThat(mapped.findings())
                .containsExactly(
                        new Finding(Reason.MISSING_VALUE, "companyName", null, null, "Autotask company 174", null));
    }

    @Test
    void cleansNamesForRecordAndReportAlike() {
        Payload payload = Payload.company().with("companyName", " Elbtal\u0000 \t  Optik \uD83D\uDE00 ");

        assertThat(map(payload).target().name()).isEqualTo("Elbtal Optik \uD83D\uDE00");
        assertThat(CompanyMapper.name(payload.as(AutotaskCompany.class))).isEqualTo("Elbtal Optik \uD83D\uDE00");
        assertThat(map(payload).keys()).containsEntry(Reason.SAME_NAME, "elbtal optik \uD83D\uDE00");
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                limit("companyName", 200, ClientFields::name),
                limit("companyNumber", 50, ClientFields::number),
                limit("phone", 50, ClientFields::phone),
                limit("alternatePhone1", 50, ClientFields::alternatePhone),
                limit("alternatePhone2", 50, ClientFields::secondAlternatePhone),
                limit("fax", 50, ClientFields::fax),
                limit("address1", 200, ClientFields::address1),
                limit("address2", 200, ClientFields::address2),
                limit("additionalAddressInformation", 200, ClientFields::additionalAddress),
                limit("city", 100, ClientFields::city),
                limit("state", 100, ClientFields::state),
                limit("postalCode", 30, ClientFields::postalCode),
                limit("taxID", 50, ClientFields::taxId),
                limit("billToAttention", 200, ClientFields::billingAttention),
                limit("billingAddress1", 200, ClientFields::billingAddress1),
                limit("billingAddress2", 200, ClientFields::billingAddress2),
                limit("billToAdditionalAddressInformation", 200, ClientFields::billingAdditionalAddress),
                limit("billToCity", 100, ClientFields::billingCity),
                limit("billToState", 100, ClientFields::billingState),
                limit("billToZipCode", 30, ClientFields::billingPostalCode));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void cutsWhatIsTooLongAndKeepsAllOfItUnderSource(
            String field, int limit, Function<ClientFields, @Nullable String> target) {
        String fitting = "x".repeat(limit);
        String tooLong = "x".repeat(limit - 1) + "\uD83D\uDE00";
        Payload billed = Payload.company().with("billToAddressToUse", 2).with("billingAddress1", "Elbe 1");

        Ready<ClientFields> whole = map(billed.with(field, fitting));
        Ready<ClientFields> cut = map(billed.with(field, tooLong));

        assertThat(target.apply(whole.target())).isEqualTo(fitting);
        assertThat(whole.findings()).isEmpty();
        assertThat(target.apply(cut.target())).isEqualTo("x".repeat(limit - 1));
        assertThat(cut.details().originals()).containsEntry(field, tooLong);
        assertThat(cut.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo(Reason.TRUNCATED);
            assertThat(finding.field()).isEqualTo(field);
            assertThat(finding.detail()).contains(Integer.toString(limit + 1), Integer.toString(limit));
        });
    }

    private static Arguments limit(String field, int limit, Function<ClientFields, @Nullable String> target) {
        return Arguments.of(field, limit, target);
    }

    @Test
    void cutsAWebAddressAfterItsSchemeWasAdded() {
        String host = "www." + "x".repeat(243) + ".example";

        Ready<ClientFields> mapped = map(Payload.company().with("webAddress", host));

        assertThat(mapped.target().website()).startsWith("https://www.x").hasSize(255);
        assertThat(mapped.findings()).extracting(Finding::reason).containsExactly(Reason.TRUNCATED);
    }

    @Test
    void showsOnlyTheBeginningOfAHugeTextInTheReport() {
        String huge = "=HYPERLINK(1)" + "x".repeat(20_000);

        Ready<ClientFields> mapped = map(Payload.company().with("address1", huge));

        assertThat(mapped.findings()).singleElement().satisfies(finding -> assertThat(finding.value())
                .hasSizeLessThan(300)
                .endsWith("…"));
        assertThat(mapped.details().originals()).containsEntry("address1", huge);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"NULL, NULL", "'\"\"', NULL", "81, Germany", "'\"81\"', Germany", "81.0, Germany", "0, Atlantis"},
            nullValues = "NULL")
    void namesTheCountry(@Nullable String value, @Nullable String country) {
        Ready<ClientFields> mapped = map(Payload.company().json("countryID", value == null ? "null" : value));

        assertThat(mapped.target().country()).isEqualTo(country);
        assertThat(mapped.findings()).isEmpty();
    }

    @Test
    void leavesAnUnlistedCountryEmptyWithARemark() {
        Ready<ClientFields> mapped = map(Payload.company().with("countryID", 9999));

        assertThat(mapped.target().country()).isNull();
        assertThat(mapped.details().originals()).containsEntry("countryID", "9999");
        assertThat(mapped.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo(Reason.REFERENCE_MISSING);
            assertThat(finding.field()).isEqualTo("countryID");
            assertThat(finding.value()).isEqualTo("9999");
        });
    }

    @Test
    void keepsTheNameOfAnOwnerWhoIsNoMember() {
        Ready<ClientFields> mapped = map(Payload.company().with("ownerResourceID", 29000002));

        assertThat(mapped.target().accountManager()).isNull();
        assertThat(mapped.details().originals()).containsEntry("ownerResourceID", "Bo Holm");
        assertThat(mapped.findings()).isEmpty();
    }

    @Test
    void remarksOnAnOwnerAutotaskDoesNotList() {
        Ready<ClientFields> mapped = map(Payload.company().with("ownerResourceID", 4711));

        assertThat(mapped.target().accountManager()).isNull();
        assertThat(mapped.details().originals()).containsEntry("ownerResourceID", "4711");
        assertThat(mapped.findings())
                .extracting(Finding::reason, Finding::field, Finding::value)
                .containsExactly(tuple(Reason.REFERENCE_MISSING, "ownerResourceID", "4711"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "marketSegmentID, 501, Healthcare, false, NULL",
                "marketSegmentID, 502, Farming, true, Farming",
                "marketSegmentID, 777, NULL, true, NULL",
                "territoryID, 888, NULL, true, NULL",
                "territoryID, null, NULL, false, NULL",
            },
            nullValues = "NULL")
    void takesLabelsAndRemarksOnValuesWithoutOne(
            String field, String value, @Nullable String label, boolean remarked, @Nullable String usedInstead) {
        Ready<ClientFields> mapped = map(Payload.company().json(field, value));

        ClientFields client = mapped.target();
        assertThat(field.equals("territoryID") ? client.territory() : client.industry())
                .isEqualTo(label);
        assertThat(mapped.findings())
                .isEqualTo(remarked ? List.of(Finding.unknownValue(field, value, label, usedInstead)) : List.of());
        if (remarked && label == null) {
            assertThat(mapped.details().originals()).containsEntry(field, value);
        }
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "classification, 203, Gold, false",
                "classification, 200, Old scheme, true",
                "classification, 999, 999, true",
                "competitorID, 31, 31, false",
                "companyCategoryID, 4, 4, false",
            })
    void keepsLabelsOfWhatAscentDoesNotHave(String field, String value, String kept, boolean remarked) {
        Ready<ClientFields> mapped = map(Payload.company().json(field, value));

        assertThat(mapped.details().originals()).containsEntry(field, kept);
        assertThat(mapped.findings())
                .extracting(Finding::reason, Finding::field)
                .isEqualTo(remarked ? List.of(tuple(Reason.UNKNOWN_VALUE, field)) : List.of());
    }

    @Test
    void importsTheTenantsOwnCompanyWithoutARemarkOnItsType() {
        for (String type : List.of("null", "1", "8", "12", "99")) {
            Mapped<ClientFields> mapped =
                    map(new SourceId(0), Payload.ownOrganization().json("companyType", type));

            assertThat(((Ready<ClientFields>) mapped).findings()).isEmpty();
            assertThat(((Ready<ClientFields>) mapped).target())
                    .extracting(ClientFields::type, ClientFields::notes, ClientFields::status)
                    .containsExactly(ClientType.OTHER, "Own organization in Autotask", RecordStatus.ACTIVE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null"})
    void leavesBillingEmptyWithoutAnAddressOfItsOwn(String use) {
        Ready<ClientFields> mapped =
                map(Payload.company().json("billToAddressToUse", use).with("billToAttention", "Accounts"));

        assertThat(billing(mapped)).containsOnlyNulls();
        assertThat(mapped.details().originals()).containsEntry("billToAttention", "Accounts");
        assertThat(mapped.findings()).isEmpty();
    }

    @Test
    void leavesBillingEmptyWhenTheCompanyAddressIsUsedThoughAnotherOneIsThere() {
        assertThat(billing(map(billed().with("billToAddressToUse", 1)))).containsOnlyNulls();
    }

    @Test
    void fillsBillingFromAnAddressOfItsOwn() {
        Ready<ClientFields> mapped = map(billed().with("billToAddressToUse", 2));

        assertThat(billing(mapped))
                .containsExactly("Accounts", "Elbe 1", "Floor 0", "Box 9", "Kiel", "SH", "00123", "Germany");
        assertThat(mapped.findings()).isEmpty();
    }

    @Test
    void remarksOnBillingAtALocation() {
        Ready<ClientFields> mapped = map(billed().with("billToAddressToUse", 3).with("billToCompanyLocationID", 5123));

        assertThat(billing(mapped)).containsOnlyNulls();
        assertThat(mapped.findings())
                .extracting(Finding::reason, Finding::field, Finding::value)
                .containsExactly(tuple(Reason.REFERENCE_MISSING, "billToCompanyLocationID", "5123"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"4, Parent organization", "9, Anderswo", "77, NULL", "5, Old billing address"},
            nullValues = "NULL")
    void doesNotThrowAwayABillingAddressForAnUnknownChoice(String use, @Nullable String label) {
        Ready<ClientFields> filled = map(billed().json("billToAddressToUse", use));
        Ready<ClientFields> empty = map(Payload.company().json("billToAddressToUse", use));

        assertThat(filled.target().billingCity()).isEqualTo("Kiel");
        assertThat(filled.findings())
                .containsExactly(Finding.unknownValue("billToAddressToUse", use, label, "Billing address"));
        assertThat(empty.target().billingCity()).isNull();
        assertThat(empty.findings())
                .containsExactly(Finding.unknownValue("billToAddressToUse", use, label, "No billing address"));
    }

    @Test
    void remarksOnACompanyThatIsItsOwnParent() {
        Ready<ClientFields> mapped = map(Payload.company().with("parentCompanyID", 174));

        assertThat(mapped.links()).isEmpty();
        assertThat(mapped.findings())
                .extracting(Finding::reason, Finding::field, Finding::value)
                .containsExactly(tuple(Reason.CYCLE, "parentCompanyID", "174"));
    }

    @Test
    void takesTheOwnOrganizationForAParentLikeAnyOther() {
        assertThat(map(Payload.company().with("parentCompanyID", 0)).links())
                .containsEntry("parentCompanyID", new SourceRef(CompanyMapper.TYPE, new SourceId(0)));
        assertThat(map(Payload.company().withNull("parentCompanyID")).links()).isEmpty();
    }

    @Test
    void remarksOnAParentThatIsNoId() {
        Ready<ClientFields> mapped = map(Payload.company().with("parentCompanyID", "HQ"));

        assertThat(mapped.links()).isEmpty();
        assertThat(mapped.findings()).containsExactly(Finding.of(Reason.REFERENCE_MISSING, "parentCompanyID", "HQ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"createDate", "lastActivityDate", "lastTrackedModifiedDateTime"})
    void leavesOutImpossibleDatesWithARemark(String field) {
        for (String date : List.of("0001-01-01T00:00:00", "9999-12-31T00:00:00Z", "yesterday")) {
            Ready<ClientFields> mapped = map(Payload.company().with(field, date));

            assertThat(mapped.details().originals()).doesNotContainKey(field);
            assertThat(mapped.findings()).containsExactly(Finding.of(Reason.INVALID_DATE, field, date));
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "'\"true\"', true", "false, false", "null, false"})
    void readsTaxExemption(String raw, boolean exempt) {
        assertThat(map(Payload.company().json("isTaxExempt", raw)).target().taxExempt())
                .isEqualTo(exempt);
    }

    @Test
    void mapsARecordOfNothingButAnId() {
        Ready<ClientFields> mapped = map(Payload.company()
                .json("userDefinedFields", "null")
                .without(Arrays.stream(AutotaskCompany.class.getRecordComponents())
                        .map(component -> component.getName())
                        .filter(name -> !name.equals("id"))
                        .toArray(String[]::new)));

        assertThat(mapped.target().name()).isEqualTo("Autotask company 174");
        assertThat(mapped.findings())
                .extracting(Finding::reason, Finding::field)
                .containsExactlyInAnyOrder(
                        tuple(Reason.MISSING_VALUE, "companyName"),
                        tuple(Reason.MISSING_VALUE, "isActive"),
                        tuple(Reason.UNKNOWN_VALUE, "companyType"));
    }

    @Test
    void cleansUserDefinedFieldsAndDropsNamelessOnes() {
        Ready<ClientFields> mapped = map(
                Payload.company()
                        .json(
                                "userDefinedFields",
                                """
                        [{"name": "phone", "value": " a\\u0000b "}, {"name": null, "value": "x"}, {"name": "N:1 \\"q\\""}]
                        """));

        assertThat(mapped.details().userDefined())
                .containsExactly(Map.entry("phone", "ab"), new SimpleEntry<>("N:1 \"q\"", null));
    }

    private static Payload billed() {
        return Payload.company()
                .with("billToAttention", "Accounts")
                .with("billingAddress1", "Elbe 1")
                .with("billingAddress2", "Floor 0")
                .with("billToAdditionalAddressInformation", "Box 9")
                .with("billToCity", "Kiel")
                .with("billToState", "SH")
                .with("billToZipCode", "00123")
                .with("billToCountryID", 81);
    }

    private static List<@Nullable String> billing(Ready<ClientFields> mapped) {
        ClientFields client = mapped.target();
        return Arrays.asList(
                client.billingAttention(),
                client.billingAddress1(),
                client.billingAddress2(),
                client.billingAdditionalAddress(),
                client.billingCity(),
                client.billingState(),
                client.billingPostalCode(),
                client.billingCountry());
    }

    private static Ready<ClientFields> map(Payload payload) {
        return (Ready<ClientFields>) map(ID, payload);
    }

    private static Mapped<ClientFields> map(SourceId id, Payload payload) {
        return CompanyMapper.map(
                id, payload.as(AutotaskCompany.class), new References(Dictionaries.tenant(), Map.of()));
    }
}
