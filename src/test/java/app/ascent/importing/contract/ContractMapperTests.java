package app.ascent.importing.contract;

import static app.ascent.importing.contract.ContractMapping.ID;
import static app.ascent.importing.contract.ContractMapping.map;
import static app.ascent.importing.contract.ContractMapping.rows;
import static app.ascent.importing.contract.ContractMapping.units;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.contracts.BillingModel;
import app.ascent.contracts.ContractFields;
import app.ascent.contracts.ContractStatus;
import app.ascent.contracts.ContractType;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactId;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Mapped.Skipped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a contract becomes. */
class ContractMapperTests {

    private static List<String> remarks(Ready<?> mapped) {
        return mapped.findings().stream()
                .map(finding -> finding.reason() + " " + finding.field())
                .toList();
    }

    @Test
    void mapsEveryFieldOfAWholeContract() {
        Ready<ContractFields> mapped = map(Payload.contract().with("purchaseOrderNumber", " PO-77 "));

        ContractFields contract = mapped.target();
        assertThat(contract.purchaseOrderNumber()).isEqualTo("PO-77");
        assertThat(contract.name()).isEqualTo("Managed Workplace");
        assertThat(contract.number()).isEqualTo("MW-1042");
        assertThat(contract.clientId()).isEqualTo(new ClientId(ContractMapping.CLIENT));
        assertThat(contract.type()).isEqualTo(ContractType.SUPPORT_PLAN);
        assertThat(contract.billingModel()).isEqualTo(BillingModel.TIME_AND_MATERIALS);
        assertThat(contract.status()).isEqualTo(ContractStatus.ACTIVE);
        assertThat(contract.startDate()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(contract.endDate()).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(contract.value()).isEqualByComparingTo("5795");
        assertThat(contract.autoRenew()).isFalse();
        assertThat(contract.contactId()).isNull();
        assertThat(contract.contactName()).isNull();
        assertThat(contract.description()).isEqualTo("All workplaces of the branch.");
        assertThat(mapped.findings()).isEmpty();
        assertThat(mapped.links()).isEmpty();
    }

    @Test
    void keepsTheRestUnderSource() {
        Ready<ContractFields> mapped = map(Payload.contract()
                .with("contractPeriodType", "m")
                .with("setupFee", "450")
                .with("estimatedHours", "12")
                .with("estimatedCost", "99")
                .with("overageBillingRate", "90")
                .with("billToCompanyID", 175));

        assertThat(mapped.details().originals())
                .containsEntry("contractPeriodType", "m")
                .containsEntry("setupFee", "450")
                .containsEntry("estimatedHours", "12")
                .containsEntry("estimatedCost", "99")
                .containsEntry("overageBillingRate", "90")
                .containsEntry("billToCompanyID", "175")
                .containsEntry("isDefaultContract", "true")
                .containsEntry("isCompliant", "false")
                .containsEntry("timeReportingRequiresStartAndStopTimes", "1")
                .containsEntry("contractType", "Time & Materials")
                .containsEntry("contractCategory", "Managed Services")
                .containsEntry("serviceLevelAgreementID", "Standard")
                .containsEntry("billingPreference", "Immediately")
                .containsEntry("estimatedRevenue", "5795.0")
                .containsEntry("lastModifiedDateTime", "2026-01-03T10:00:00.500Z");
        assertThat(mapped.details().userDefined()).isEqualTo(Map.of("Signed by", "R. Bloom"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \\u0000 \""})
    void callsAContractWithoutANameByItsNumber(String name) {
        Ready<ContractFields> mapped = map(Payload.contract().json("contractName", name));

        assertThat(mapped.target().name()).isEqualTo("Contract 29688123");
        assertThat(remarks(mapped)).containsExactly("MISSING_VALUE contractName");
    }

    @Test
    void cleansTextsAndKeepsMarkupAsText() {
        ContractFields contract = map(Payload.contract()
                        .with("contractName", " Care\u0000  <b>Plus</b> ")
                        .with("description", "א\u202e שירות\r\nline"))
                .target();

        assertThat(contract.name()).isEqualTo("Care <b>Plus</b>");
        assertThat(contract.description()).isEqualTo("א שירות\nline");
    }

    @Test
    void cutsALongDescriptionAndKeepsItUnderSource() {
        String text = "Reads like the small print it is. ".repeat(400).strip();

        Ready<ContractFields> mapped = map(Payload.contract().with("description", text));

        assertThat(mapped.target().description()).hasSizeLessThanOrEqualTo(10_000);
        assertThat(mapped.details().originals()).containsEntry("description", text);
        assertThat(remarks(mapped)).containsExactly("TRUNCATED description");
    }

    @ParameterizedTest
    @CsvSource({
        "1, SUPPORT_PLAN, TIME_AND_MATERIALS",
        "3, PROJECT, FIXED_PRICE",
        "4, SUPPORT_PLAN, BLOCK_HOURS",
        "6, SUPPORT_PLAN, RETAINER",
        "7, MSP_AGREEMENT, RECURRING",
        "8, SUPPORT_PLAN, PER_TICKET"
    })
    void readsTypeAndBillingModelByLabelOrNumber(int value, ContractType type, BillingModel model) {
        Ready<ContractFields> mapped = map(Payload.contract().with("contractType", value));

        assertThat(mapped.target().type()).isEqualTo(type);
        assertThat(mapped.target().billingModel()).isEqualTo(model);
        assertThat(mapped.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"100, Device Subscription", "57, NULL", "null, NULL"},
            nullValues = "NULL")
    void makesASupportPlanOfATypeNobodyKnows(String value, @Nullable String label) {
        Ready<ContractFields> mapped = map(Payload.contract().json("contractType", value));

        assertThat(mapped.target().type()).isEqualTo(ContractType.SUPPORT_PLAN);
        assertThat(mapped.target().billingModel()).isNull();
        assertThat(mapped.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo(Reason.UNKNOWN_VALUE);
            assertThat(finding.label()).isEqualTo(label);
            assertThat(finding.usedInstead()).isEqualTo("SUPPORT_PLAN");
        });
    }

    @Test
    void mapsATypeThatIsNoLongerOfferedAndSaysSo() {
        Ready<ContractFields> mapped = map(Payload.contract().with("contractType", 101));

        assertThat(mapped.target().billingModel()).isEqualTo(BillingModel.RETAINER);
        assertThat(remarks(mapped)).containsExactly("UNKNOWN_VALUE contractType");
    }

    @Test
    void takesACategoryThatSaysMaintenanceAtItsWord() {
        ContractFields contract =
                map(Payload.contract().with("contractCategory", 13)).target();

        assertThat(contract.type()).isEqualTo(ContractType.MAINTENANCE);
        assertThat(contract.billingModel()).isEqualTo(BillingModel.TIME_AND_MATERIALS);
    }

    /** What the Owner said of a contract type goes before what a category lets one guess. */
    @ParameterizedTest
    @CsvSource(
            value = {"true, NDA", "false, MAINTENANCE", "NULL, MAINTENANCE"},
            nullValues = "NULL")
    void takesTheOwnerAtTheirWordFirst(@Nullable Boolean decided, ContractType expected) {
        var type = new Dictionary.Entry("1", "Time & Materials", true, true, "NDA", decided);

        assertThat(map(Payload.contract().with("contractCategory", 13), type)
                        .target()
                        .type())
                .isEqualTo(expected);
    }

    @Test
    void asksTheOwnerAboutContractsWithoutAType() {
        var none = new Dictionary.Entry("", "", true, false, "NDA", true);

        Ready<ContractFields> mapped = map(Payload.contract().withNull("contractType"), none);

        assertThat(mapped.target().type()).isEqualTo(ContractType.NDA);
        assertThat(mapped.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2027-12-31, ACTIVE",
        "1, 2020-12-31, ACTIVE",
        "0, 2020-12-31, ACTIVE",
        "0, 2026-11-28, ACTIVE",
        "0, 2026-11-29, CANCELLED",
        "0, 2027-12-31, CANCELLED"
    })
    void tellsACancelledContractFromOneThatIsOver(int status, String end, ContractStatus expected) {
        assertThat(map(Payload.contract()
                                .with("status", status)
                                .with("startDate", "2019-01-01T00:00:00Z")
                                .with("endDate", end + "T00:00:00Z"))
                        .target()
                        .status())
                .isEqualTo(expected);
    }

    @Test
    void cancelsAnInactiveContractWithoutAnEnd() {
        assertThat(map(Payload.contract().with("status", 0).withNull("endDate"))
                        .target()
                        .status())
                .isEqualTo(ContractStatus.CANCELLED);
    }

    @Test
    void staysActiveWhenItStartsInTheFuture() {
        assertThat(map(Payload.contract().with("startDate", "2027-06-01T00:00:00Z"))
                        .target()
                        .status())
                .isEqualTo(ContractStatus.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "9"})
    void takesAContractOfWhichNothingIsSaidForActive(String status) {
        Ready<ContractFields> mapped = map(Payload.contract().json("status", status));

        assertThat(mapped.target().status()).isEqualTo(ContractStatus.ACTIVE);
        assertThat(remarks(mapped)).containsExactly("MISSING_VALUE status");
    }

    @Test
    void isRenewedByWhoeverItNamesAndNotByItself() {
        Ready<ContractFields> renewed =
                map(Payload.contract().with("renewedContractID", 29688126).with("status", 0));
        Ready<ContractFields> circle = map(Payload.contract().with("renewedContractID", ID.value()));

        assertThat(renewed.target().status()).isEqualTo(ContractStatus.RENEWED);
        assertThat(renewed.links())
                .containsEntry("renewedContractID", new SourceRef(ContractMapper.TYPE, new SourceId(29688126)));
        assertThat(circle.target().status()).isEqualTo(ContractStatus.ACTIVE);
    }

    @Test
    void namesItsExclusionContract() {
        assertThat(map(Payload.contract().with("exclusionContractID", 0)).links())
                .isEqualTo(Map.of("exclusionContractID", new SourceRef(ContractMapper.TYPE, new SourceId(0))));
    }

    @Test
    void saysWhenTheNumberOfAnotherContractCannotBeRead() {
        Ready<ContractFields> mapped = map(Payload.contract().with("renewedContractID", "the next one"));

        assertThat(mapped.links()).isEmpty();
        assertThat(mapped.target().status()).isEqualTo(ContractStatus.ACTIVE);
        assertThat(remarks(mapped)).containsExactly("REFERENCE_MISSING renewedContractID");
    }

    /** A label says more than a number, and a number only what Autotask itself gave it. */
    @ParameterizedTest
    @CsvSource(
            value = {
                "90, recurring service, false, RECURRING, MSP_AGREEMENT",
                "90, BLOCK HOURS, false, BLOCK_HOURS, SUPPORT_PLAN",
                "90, Incident (Per Ticket), false, PER_TICKET, SUPPORT_PLAN",
                "90, Time and Materials, false, TIME_AND_MATERIALS, SUPPORT_PLAN",
                "7, Fixed Price, true, FIXED_PRICE, PROJECT",
                "7, Wiederkehrend, true, RECURRING, MSP_AGREEMENT",
                "7, Wiederkehrend, false, NULL, NULL"
            },
            nullValues = "NULL")
    void proposesATypeByTheLabelOrElseByAutotasksOwnNumber(
            String value, String label, boolean system, @Nullable BillingModel model, @Nullable String type) {
        Dictionary.Entry entry = new Dictionary.Entry(value, label, true, system, null);

        assertThat(ContractKinds.model(entry)).isEqualTo(model);
        assertThat(ContractKinds.decidable().proposal().of(entry, List.of())).isEqualTo(type);
    }

    @Test
    void emptiesAnEndBeforeTheStart() {
        Ready<ContractFields> mapped = map(Payload.contract().with("endDate", "2024-12-31T00:00:00Z"));

        assertThat(mapped.target().endDate()).isNull();
        assertThat(mapped.unsaid().unresolved()).containsExactly("endDate");
        assertThat(mapped.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo(Reason.INVALID_DATE);
            assertThat(finding.value()).isEqualTo("2024-12-31");
            assertThat(finding.detail()).contains("ends before it starts (2025-01-01)");
        });
    }

    @Test
    void neverShiftsADate() {
        ContractFields contract = map(Payload.contract()
                        .with("startDate", "2025-01-01T23:59:59.999Z")
                        .with("endDate", "2027-12-31"))
                .target();

        assertThat(contract.startDate()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(contract.endDate()).isEqualTo(LocalDate.of(2027, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1899-12-30T00:00:00Z\"", "\"9999-12-31T00:00:00Z\"", "\"soon\""})
    void leavesOutAnEndThatCannotBe(String date) {
        Ready<ContractFields> mapped = map(Payload.contract().json("endDate", date));

        assertThat(mapped.target().endDate()).isNull();
        assertThat(remarks(mapped)).containsExactly("INVALID_DATE endDate");
    }

    @Test
    void findsAStandInForAStartThatIsMissing() {
        Ready<ContractFields> mapped = map(Payload.contract().withNull("startDate"));
        Ready<ContractFields> nothing =
                map(Payload.contract().withNull("startDate", "endDate", "lastModifiedDateTime"));

        assertThat(mapped.target().startDate()).isEqualTo(LocalDate.of(2026, 1, 3));
        assertThat(remarks(mapped)).containsExactly("MISSING_VALUE startDate");
        assertThat(nothing.target().startDate()).isEqualTo(LocalDate.of(2000, 1, 1));
        assertThat(map(Payload.contract().withNull("startDate").with("endDate", "2025-12-31T00:00:00Z"))
                        .target()
                        .startDate())
                .as("not behind its end")
                .isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void linksItsContactOrKeepsTheName() {
        Ready<ContractFields> linked =
                map(Payload.contract().with("contactID", 3001).with("contactName", "Ana Müller"));
        Ready<ContractFields> named = map(Payload.contract().with("contactName", "Ana Müller"));
        Ready<ContractFields> gone =
                map(Payload.contract().with("contactID", 77).with("contactName", "J. Whitlock"));

        assertThat(linked.target().contactId()).isEqualTo(new ContactId(ContractMapping.CONTACT));
        assertThat(linked.target().contactName()).isNull();
        assertThat(linked.details().originals()).containsEntry("contactName", "Ana Müller");
        assertThat(named.target().contactName()).isEqualTo("Ana Müller");
        assertThat(named.findings()).isEmpty();
        assertThat(gone.target().contactId()).isNull();
        assertThat(gone.target().contactName()).isEqualTo("J. Whitlock");
        assertThat(gone.details().originals()).containsEntry("contactID", "77");
        assertThat(gone.unsaid().unresolved()).containsExactly("contactID");
        assertThat(remarks(gone)).containsExactly("REFERENCE_MISSING contactID");
    }

    @Test
    void isSkippedWithoutItsCompany() {
        Mapped<ContractFields> missing =
                ContractMapping.mapped(Payload.contract().with("companyID", 9), Map.of(), Set.of());

        assertThat(missing).isInstanceOfSatisfying(Skipped.class, skipped -> assertThat(
                        skipped.reason().reason())
                .isEqualTo(Reason.PARENT_NOT_IMPORTED));
    }

    @Test
    void belongsToTheOwnCompanyLikeAnyOther() {
        assertThat(map(Payload.contract().with("companyID", 0)).target().clientId())
                .isEqualTo(new ClientId(ContractMapping.CLIENT));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"5795.0000, 0, 5795", "0.0000, 450, 450", "NULL, 450, 450", "-250, 450, -250", "0, 0, NULL"},
            nullValues = "NULL")
    void isWorthWhatWasEstimatedOrElseTheSetupFee(
            @Nullable String revenue, @Nullable String fee, @Nullable BigDecimal expected) {
        Ready<ContractFields> mapped = map(Payload.contract()
                .json("estimatedRevenue", String.valueOf(revenue))
                .json("setupFee", String.valueOf(fee)));

        BigDecimal value = mapped.target().value();
        assertThat(value == null ? null : value.stripTrailingZeros())
                .isEqualTo(expected == null ? null : expected.stripTrailingZeros());
        assertThat(remarks(mapped))
                .isEqualTo(
                        expected != null && expected.signum() < 0
                                ? List.of("NEGATIVE_VALUE estimatedRevenue")
                                : List.of());
    }

    private static final Map<Lookup.Key, List<?>> LINES = Map.of(
            ContractLookUps.AGREED_SERVICES.key(ID.value()),
            rows(
                    AutotaskLine.class,
                    Payload.record(12).with("unitPrice", "34.5000"),
                    Payload.record(13).with("unitPrice", "1450")),
            ContractLookUps.SERVICE_UNITS.key(ID.value()),
            rows(
                    Units.class,
                    units(1, 12, 99, "2026-10-01", "2026-10-31"),
                    units(2, 12, 10, "2026-11-01", "2026-11-30"),
                    units(3, 13, 1, "2026-01-01", "2026-12-31")),
            ContractLookUps.AGREED_BUNDLES.key(ID.value()),
            rows(AutotaskLine.class, Payload.record(12).with("unitPrice", "690").with("adjustedPrice", "600")),
            ContractLookUps.BUNDLE_UNITS.key(ID.value()),
            rows(
                    Units.class,
                    units(1, 0, 2, "2026-10-01", "2026-12-31")
                            .withNull("contractServiceID")
                            .with("contractServiceBundleID", 12)));

    @Test
    void isWorthWhatItsLinesComeToAMonth() {
        Ready<ContractFields> mapped = map(Payload.contract().with("contractType", 7), LINES);

        // 10 × 34.50 a month, 1,450 a year, and 2 × 600 a quarter.
        assertThat(mapped.target().value()).isEqualByComparingTo("865.83");
    }

    @Test
    void isWorthItsEstimateWhenItRecursWithoutALine() {
        assertThat(map(Payload.contract().with("contractType", 7)).target().value())
                .isEqualByComparingTo("5795");
    }

    static Stream<Lookup<?>> lookUpsOfLines() {
        return Stream.of(
                ContractLookUps.AGREED_SERVICES,
                ContractLookUps.SERVICE_UNITS,
                ContractLookUps.AGREED_BUNDLES,
                ContractLookUps.BUNDLE_UNITS);
    }

    @ParameterizedTest
    @MethodSource("lookUpsOfLines")
    void changesNothingWhereItsLinesCannotBeRead(Lookup<?> unreadable) {
        Ready<ContractFields> mapped = (Ready<ContractFields>)
                ContractMapping.mapped(Payload.contract().with("contractType", 7), LINES, Set.of(unreadable.type()));

        assertThat(mapped.target().value()).isNull();
        assertThat(mapped.unsaid().unresolved()).contains("estimatedRevenue");
    }

    @Test
    void namesOnlyFieldsThatThePayloadHas() {
        List<String> fields = List.of(AutotaskContract.class.getRecordComponents()).stream()
                .map(java.lang.reflect.RecordComponent::getName)
                .toList();

        assertThat(ContractFields.FIELDS.all()).allSatisfy(field -> assertThat(ContractFieldNames.allOf(field.name()))
                .isSubsetOf(fields));
    }
}
