package app.ascent.importing.company;

import static app.ascent.importing.company.CompanyMapping.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientType;
import app.ascent.identity.UserId;
import app.ascent.importing.Dictionaries;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.record.RecordStatus;
import java.util.AbstractMap.SimpleEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a whole company becomes, what it is called, and what it is to the tenant. */
class CompanyMapperTests {

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
        assertThat(mapped.keys()).isEqualTo(Map.of(CompanyReasons.SAME_NAME, "elbtal optik gmbh"));
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
        assertThat(map(payload).keys()).containsEntry(CompanyReasons.SAME_NAME, "elbtal optik \uD83D\uDE00");
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

    @ParameterizedTest
    @ValueSource(strings = {"HQ", "12.5", "1234567890123456789012"})
    void remarksOnAParentThatIsNoId(String parent) {
        Ready<ClientFields> mapped = map(Payload.company().with("parentCompanyID", parent));

        assertThat(mapped.links()).isEmpty();
        assertThat(mapped.findings())
                .containsExactly(Finding.of(Reason.REFERENCE_MISSING, "parentCompanyID", parent)
                        .saying("The id of its parent company cannot be read, so no parent client comes from there."));
    }

    @Test
    void remarksOnATaxExemptionThatIsNeitherYesNorNo() {
        Ready<ClientFields> mapped = map(Payload.company().with("isTaxExempt", "partly"));

        assertThat(mapped.target().taxExempt()).isFalse();
        assertThat(mapped.findings()).containsExactly(Finding.unknownValue("isTaxExempt", "partly", null, "NO"));
        assertThat(map(Payload.company().withNull("isTaxExempt")).findings()).isEmpty();
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
}
