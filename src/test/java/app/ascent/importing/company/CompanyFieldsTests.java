package app.ascent.importing.company;

import static app.ascent.importing.company.CompanyMapping.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.crm.ClientFields;
import app.ascent.importing.Payload;
import app.ascent.importing.field.Tables;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Reason;
import java.util.AbstractMap.SimpleEntry;
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

/** Field by field, what becomes of a company: limits, labels, tables, dates. */
class CompanyFieldsTests {

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

        assertThat(mapped.target().accountManagerId()).isNull();
        assertThat(mapped.details().originals()).containsEntry("ownerResourceID", "Bo Holm");
        assertThat(mapped.findings()).isEmpty();
    }

    @Test
    void remarksOnAnOwnerAutotaskDoesNotList() {
        Ready<ClientFields> mapped = map(Payload.company().with("ownerResourceID", 4711));

        assertThat(mapped.target().accountManagerId()).isNull();
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
    @CsvSource({
        "companyCategoryID, 2, Small business",
        "companyCategoryID, 9, 9",
        "currencyID, '\" 2.0 \"', Euro",
        "currencyID, 9, 9"
    })
    void keepsTheNameOfWhatOnlyAnotherTableNames(String field, String value, String kept) {
        Ready<ClientFields> mapped = map(
                Payload.company().json(field, value),
                Map.of(
                        Tables.CATEGORIES.key(2), new Tables.Category("Small  business", "SMB"),
                        Tables.CATEGORIES.key(9), new Tables.Category(" ", null),
                        Tables.CURRENCIES.key(2), new Tables.Currency("", "Euro")));

        assertThat(mapped.details().originals()).containsEntry(field, kept);
        assertThat(mapped.findings()).isEmpty();
    }

    @Test
    void saysOfWordsInAPicklistThatTheyAreNoneOfIts() {
        Ready<ClientFields> mapped =
                map(Payload.company().with("classification", "Platinum").with("territoryID", "South"));

        assertThat(mapped.findings())
                .extracting(Finding::field, Finding::detail)
                .containsExactlyInAnyOrder(
                        tuple(
                                "territoryID",
                                "“South” is none of the values that Autotask lists for this field. It is kept under Source."),
                        tuple(
                                "classification",
                                "“Platinum” is none of the values that Autotask lists for this field. It is kept under Source."));
        assertThat(mapped.details().originals())
                .containsEntry("territoryID", "South")
                .containsEntry("classification", "Platinum");
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

    @ParameterizedTest
    @ValueSource(strings = {"createDate", "lastActivityDate", "lastTrackedModifiedDateTime"})
    void leavesOutImpossibleDatesWithARemark(String field) {
        for (String date : List.of("0001-01-01T00:00:00", "9999-12-31T00:00:00Z", "yesterday")) {
            Ready<ClientFields> mapped = map(Payload.company().with(field, date));

            assertThat(mapped.details().originals()).doesNotContainKey(field);
            assertThat(mapped.findings()).singleElement().satisfies(remark -> {
                assertThat(remark.reason()).isEqualTo(Reason.INVALID_DATE);
                assertThat(remark.field()).isEqualTo(field);
                assertThat(remark.value()).isEqualTo(date);
                assertThat(remark.detail())
                        .isEqualTo(
                                date.equals("yesterday")
                                        ? "“yesterday” cannot be read as a date, so it was left out."
                                        : "“%s” lies before 1900 or after 2200, so it was left out.".formatted(date));
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "'\"true\"', true", "false, false", "null, false"})
    void readsTaxExemption(String raw, boolean exempt) {
        assertThat(map(Payload.company().json("isTaxExempt", raw)).target().taxExempt())
                .isEqualTo(exempt);
    }

    @Test
    void cleansUserDefinedFieldsAndKeepsNamelessOnesAndDoubles() {
        Ready<ClientFields> mapped = map(
                Payload.company()
                        .json(
                                "userDefinedFields",
                                """
                        [{"name": "phone", "value": " a\\u0000b "}, {"name": null, "value": "x"}, {"name": "N:1 \\"q\\""},
                         {"name": "\\u200bphone", "value": "c"}, {"name": " ", "value": "y"}, {"value": null},
                         {"name": "phone (2)", "value": "d"}]
                        """));

        assertThat(mapped.details().userDefined())
                .containsExactly(
                        Map.entry("phone", "ab"),
                        Map.entry("Field without a name", "x"),
                        new SimpleEntry<>("N:1 \"q\"", null),
                        Map.entry("phone (2)", "c"),
                        Map.entry("Field without a name (2)", "y"),
                        Map.entry("phone (2) (2)", "d"));
    }
}
