package app.ascent.importing.contract;

import static app.ascent.importing.contract.ContractMapping.ID;
import static app.ascent.importing.contract.ContractMapping.references;
import static app.ascent.importing.contract.ContractMapping.rows;
import static app.ascent.importing.contract.ContractMapping.units;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.contracts.BalanceFields;
import app.ascent.contracts.BalanceKind;
import app.ascent.contracts.LineFields;
import app.ascent.contracts.LineKind;
import app.ascent.importing.Payload;
import app.ascent.importing.contract.LineMapper.Sale;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Mapped.Skipped;
import app.ascent.migration.spi.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lines and balances of contracts become. */
class PartMapperTests {

    private static final Payload LINE = Payload.record(12)
            .with("contractID", ID.value())
            .with("serviceID", 3)
            .with("unitPrice", "34.5000")
            .with("unitCost", "9.2500");
    private static final Payload BLOCK = Payload.record(12)
            .with("contractID", ID.value())
            .with("hours", "20.0000")
            .with("hoursApproved", "7.2500")
            .with("hourlyRate", "84.5000")
            .with("startDate", "2026-01-01T00:00:00Z")
            .with("endDate", "2026-12-31T00:00:00Z")
            .with("status", 1)
            .with("isPaid", true);

    private static List<String> remarks(Ready<?> mapped) {
        return mapped.findings().stream()
                .map(finding -> finding.reason() + " " + finding.field())
                .toList();
    }

    private static Ready<LineFields> service(Payload line, Payload... units) {
        return service(line, Set.of(), units);
    }

    private static Ready<LineFields> service(Payload line, Set<EntityType> unreadable, Payload... units) {
        AutotaskLine source = line.as(AutotaskLine.class);
        Map<Lookup.Key, List<?>> rows = new HashMap<>();
        rows.put(ContractLookUps.SERVICE_UNITS.key(ID.value()), rows(Units.class, units));
        rows.put(
                ContractLookUps.SERVICES.key(3), List.of(new ContractLookUps.Sold("Managed Workplace", "A workplace")));
        return (Ready<LineFields>)
                LineMapper.map(Sale.SERVICE, source, references(Sale.SERVICE.lookUps(source), rows, unreadable));
    }

    @Test
    void makesALineOfAServiceWithTheUnitsOfToday() {
        Ready<LineFields> mapped = service(LINE, units(1, 12, 10, "2026-11-01", "2026-11-30"));

        LineFields line = mapped.target();
        assertThat(line.kind()).isEqualTo(LineKind.SERVICE);
        assertThat(line.description()).isEqualTo("Managed Workplace");
        assertThat(line.units()).isEqualByComparingTo("10");
        assertThat(line.unitPrice()).isEqualByComparingTo("34.50");
        assertThat(line.unitCost()).isEqualByComparingTo("9.25");
        assertThat(line.monthlyAmount()).isEqualByComparingTo("345");
        assertThat(line.periodStart()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(line.periodEnd()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(line.paused()).isTrue();
        assertThat(mapped.findings()).isEmpty();
    }

    @Test
    void takesOfTwoPeriodsTheOneThatBeganLast() {
        LineFields line = service(
                        LINE,
                        units(1, 12, 50, "2025-12-17", "2027-01-01"),
                        units(2, 12, 7, "2026-11-01", "2026-11-30"),
                        units(3, 12, 8, "2026-12-01", "2026-12-31"),
                        units(4, 13, 99, "2026-11-20", "2026-11-30"))
                .target();

        assertThat(line.units()).isEqualByComparingTo("7");
    }

    @Test
    void takesOfTwoPeriodsThatBeganTogetherTheLaterRow() {
        assertThat(service(
                                LINE,
                                units(1, 12, 5, "2026-11-01", "2026-11-30"),
                                units(2, 12, 6, "2026-11-01", "2026-11-30"))
                        .target()
                        .units())
                .isEqualByComparingTo("6");
    }

    @Test
    void dividesByTheWholePeriodWhereUnitsWereAdjustedWithin() {
        LineFields line = service(
                        LINE.with("unitPrice", "1200"),
                        units(1, 12, 2, "2025-01-01", "2025-12-31"),
                        units(2, 12, 2, "2026-01-01", "2026-09-30"),
                        units(3, 12, 3, "2026-10-01", "2026-12-31"))
                .target();

        assertThat(line.units()).isEqualByComparingTo("3");
        assertThat(line.monthlyAmount()).isEqualByComparingTo("300");
    }

    @Test
    void hasNoUnitsWhereNoPeriodCoversToday() {
        Ready<LineFields> mapped = service(LINE, units(1, 12, 10, "2025-11-01", "2025-11-30"));

        assertThat(mapped.target().units()).isEqualByComparingTo("0");
        assertThat(mapped.target().monthlyAmount()).isEqualByComparingTo("0");
        assertThat(remarks(mapped)).containsExactly("REFERENCE_MISSING units");
    }

    @Test
    void saysWhenUnitsCannotBeRead() {
        Ready<LineFields> mapped = service(LINE, Set.of(ContractLookUps.SERVICE_UNITS.type()));

        assertThat(mapped.target().units()).isEqualByComparingTo("0");
        assertThat(remarks(mapped)).containsExactly("REFERENCE_MISSING units");
    }

    @Test
    void isCalledByItsInvoiceOrElseItsServiceOrElseItsNumber() {
        Payload unknown = LINE.with("serviceID", 7777);
        Payload[] units = {units(1, 12, 10, "2026-11-01", "2026-11-30")};
        Ready<LineFields> described = service(
                LINE.with("invoiceDescription", "Workplaces, as agreed").with("internalDescription", "Ask Rob."),
                units);

        assertThat(described.target().description()).isEqualTo("Workplaces, as agreed");
        assertThat(described.details().originals())
                .containsEntry("serviceID", "Managed Workplace")
                .containsEntry("internalDescription", "Ask Rob.");
        assertThat(service(unknown, units).target().description()).isEqualTo("Service 7777");
        assertThat(remarks(service(unknown, units))).containsExactly("REFERENCE_MISSING serviceID");
    }

    @Test
    void takesAPeriodWithoutAnEndForOneThatGoesOn() {
        LineFields line = service(
                        LINE, units(1, 12, 4, "2020-01-01", "2020-12-31").withNull("endDate"))
                .target();

        assertThat(line.units()).isEqualByComparingTo("4");
        assertThat(line.monthlyAmount()).isEqualByComparingTo("138");
        assertThat(line.periodEnd()).isNull();
    }

    @Test
    void takesTheAdjustedPriceOfABundle() {
        AutotaskLine source = Payload.record(12)
                .with("contractID", ID.value())
                .with("serviceBundleID", 4)
                .with("unitPrice", "52")
                .with("adjustedPrice", "42")
                .as(AutotaskLine.class);

        Ready<LineFields> mapped = (Ready<LineFields>)
                LineMapper.map(Sale.BUNDLE, source, references(Sale.BUNDLE.lookUps(source), Map.of(), Set.of()));

        assertThat(mapped.target().kind()).isEqualTo(LineKind.BUNDLE);
        assertThat(mapped.target().unitPrice()).isEqualByComparingTo("42");
        assertThat(mapped.target().description()).isEqualTo("Service bundle 4");
    }

    @Test
    void makesALineOfAMilestone() {
        Ready<LineFields> mapped = (Ready<LineFields>) LineMapper.map(
                Payload.record(12)
                        .with("contractID", ID.value())
                        .with("title", "Handed over")
                        .with("description", "When the customer has signed.")
                        .with("amount", "1500")
                        .with("dateDue", "2026-12-24T00:00:00Z")
                        .with("status", 2)
                        .as(AutotaskMilestone.class),
                references(List.of(), Map.of(), Set.of()));

        assertThat(mapped.target().kind()).isEqualTo(LineKind.MILESTONE);
        assertThat(mapped.target().description()).isEqualTo("Handed over");
        assertThat(mapped.target().monthlyAmount()).isEqualByComparingTo("1500");
        assertThat(mapped.target().dueDate()).isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(mapped.target().paused()).isTrue();
        assertThat(mapped.details().originals()).containsEntry("status", "Billed");
    }

    @Test
    void callsAMilestoneWithoutATitleByItsNumber() {
        Ready<LineFields> mapped = (Ready<LineFields>) LineMapper.map(
                Payload.record(12).with("contractID", ID.value()).as(AutotaskMilestone.class),
                references(List.of(), Map.of(), Set.of()));

        assertThat(mapped.target().description()).isEqualTo("Milestone 12");
        assertThat(mapped.target().monthlyAmount()).isEqualByComparingTo("0");
    }

    private static Mapped<BalanceFields> balance(BalanceKind kind, Payload payload) {
        return BalanceMapper.map(kind, payload.as(AutotaskBalance.class), references(List.of(), Map.of(), Set.of()));
    }

    @Test
    void makesABalanceOfABlockOfHours() {
        BalanceFields balance = ((Ready<BalanceFields>) balance(BalanceKind.BLOCK, BLOCK)).target();

        assertThat(balance.bought()).isEqualByComparingTo("20");
        assertThat(balance.used()).isEqualByComparingTo("7.25");
        assertThat(balance.remaining()).isEqualByComparingTo("12.75");
        assertThat(balance.rate()).isEqualByComparingTo("84.50");
        assertThat(balance.startDate()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(balance.endDate()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(balance.active()).isTrue();
        assertThat(balance.paid()).isTrue();
    }

    @Test
    void keepsWhatAscentHasNoFieldForUnderSource() {
        Ready<BalanceFields> mapped = (Ready<BalanceFields>) balance(
                BalanceKind.BLOCK,
                BLOCK.with("datePurchased", "2026-01-01T00:00:00Z").with("invoiceNumber", "R-7"));

        assertThat(mapped.details().originals())
                .containsEntry("datePurchased", "2026-01-01T00:00:00Z")
                .containsEntry("invoiceNumber", "R-7");
    }

    @ParameterizedTest
    @CsvSource({
        "RETAINER, amount, amountApproved, , ",
        "TICKETS, ticketsPurchased, ticketsUsed, perTicketRate, 45.00",
        "BLOCK, hours, hoursApproved, hourlyRate, 45.00"
    })
    void readsTheAmountsOfEachKind(
            BalanceKind kind, String bought, String used, @Nullable String rate, @Nullable BigDecimal each) {
        BalanceFields balance = ((Ready<BalanceFields>) balance(
                        kind,
                        Payload.record(12)
                                .with("contractID", ID.value())
                                .with(bought, "30")
                                .with(used, "33")
                                .with(rate == null ? "hourlyRate" : rate, "45")
                                .with("status", 0)))
                .target();

        assertThat(balance.remaining()).isEqualByComparingTo("-3");
        assertThat(balance.rate()).isEqualTo(each);
        assertThat(balance.active()).isFalse();
        assertThat(balance.paid()).isFalse();
    }

    @Test
    void takesEmptyAmountsForNothingAndNeedsNoDates() {
        Ready<BalanceFields> mapped = (Ready<BalanceFields>) balance(
                BalanceKind.BLOCK, BLOCK.withNull("hours", "hoursApproved", "hourlyRate", "startDate", "endDate"));

        assertThat(mapped.target().remaining()).isEqualByComparingTo("0");
        assertThat(mapped.target().rate()).isNull();
        assertThat(mapped.target().startDate()).isNull();
        assertThat(mapped.findings()).isEmpty();
    }

    @Test
    void saysWhichAmountCannotBeRead() {
        Ready<BalanceFields> mapped = (Ready<BalanceFields>) balance(BalanceKind.BLOCK, BLOCK.with("hours", "twenty"));

        assertThat(mapped.target().bought()).isEqualByComparingTo("0");
        assertThat(remarks(mapped)).containsExactly("UNKNOWN_VALUE hours");
    }

    @Test
    void isSkippedWithoutItsContract() {
        assertThat(balance(BalanceKind.BLOCK, BLOCK.with("contractID", 5)))
                .isInstanceOfSatisfying(Skipped.class, skipped -> {
                    assertThat(skipped.reason().reason()).isEqualTo(Reason.PARENT_NOT_IMPORTED);
                    assertThat(skipped.reason().detail()).contains("contract (5)");
                });
    }
}
