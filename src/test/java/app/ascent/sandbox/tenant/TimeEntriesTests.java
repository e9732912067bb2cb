package app.ascent.sandbox.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The hours the tenant has worked and charged: they add up, and each thing that goes wrong with them is there once. */
class TimeEntriesTests {

    /** Only read. */
    private static final Tenant TENANT = TenantTests.tenant(2027, 420, 2600);

    private static final Map<Long, Row> HOURS = byId(Entity.TIME_ENTRIES);
    private static final Map<Long, Row> INVOICES = byId(Entity.INVOICES);

    private static Stream<Row> rows(Entity entity) {
        return TenantTests.rows(TENANT, entity);
    }

    private static Map<Long, Row> byId(Entity entity) {
        return rows(entity).collect(Collectors.toMap(Row::id, Function.identity()));
    }

    private static Set<@Nullable Object> ids(Entity entity) {
        return rows(entity).map(Row::id).collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Row> like(Entity entity, Consumer<Row> spoils) {
        return rows(entity)
                .filter(row -> {
                    Row spoilt = new Row(row);
                    spoils.accept(spoilt);
                    return TenantTests.text(spoilt).equals(TenantTests.text(row));
                })
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = TimeQuirk.class,
            mode = EXCLUDE,
            names = {
                "OF_BOTH",
                "BY_ONE_WHO_LEFT",
                "HOURS_ZERO_WITH_TIMES",
                "TIMES_MISSING",
                "ENDS_BEFORE_IT_STARTS",
                "NONE"
            })
    void hasTimeOfEveryOddKind(TimeQuirk quirk) {
        assertThat(like(Entity.TIME_ENTRIES, quirk::spoil)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = BillingQuirk.class,
            mode = EXCLUDE,
            names = {"INVOICE_MISSING", "NONE"})
    void hasABillingItemOfEveryOddKind(BillingQuirk quirk) {
        assertThat(like(Entity.BILLING_ITEMS, quirk::spoil)).hasSize(1);
    }

    @Test
    void dealsEveryOddKindOnce() {
        assertThat(LongStream.range(0, 300_000).mapToObj(TimeQuirk::of).filter(quirk -> quirk != TimeQuirk.NONE))
                .containsExactlyInAnyOrderElementsOf(Stream.of(TimeQuirk.values())
                        .filter(quirk -> quirk != TimeQuirk.NONE)
                        .toList());
    }

    @Test
    void worksOnTicketsOnTasksAndOnceForItselfAlone() {
        assertThat(HOURS.values().stream().filter(row -> row.get("ticketID") != null))
                .hasSizeBetween(890, 900);
        assertThat(HOURS.values().stream().filter(row -> row.get("taskID") != null))
                .hasSizeGreaterThan(150);
        assertThat(HOURS.values().stream().filter(row -> row.get("taskID") == null && row.get("ticketID") == null))
                .hasSize(1)
                .allMatch(row -> row.get("internalBillingCodeID") != null);
        assertThat(HOURS.values().stream().filter(row -> row.get("taskID") != null && row.get("ticketID") != null))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "TIME_ENTRIES, ticketID, TICKETS, 1",
        "TIME_ENTRIES, taskID, TASKS, 1",
        "TIME_ENTRIES, contractID, CONTRACTS, 1",
        "TIME_ENTRIES, roleID, ROLES, 1",
        "TIME_ENTRIES, billingCodeID, BILLING_CODES, 1",
        "TIME_ENTRIES, internalBillingCodeID, BILLING_CODES, 0",
        "BILLING_ITEMS, timeEntryID, TIME_ENTRIES, 1",
        "BILLING_ITEMS, invoiceID, INVOICES, 2",
        "BILLING_ITEMS, ticketID, TICKETS, 0",
        "BILLING_ITEMS, contractID, CONTRACTS, 0",
        "BILLING_ITEMS, companyID, COMPANIES, 0",
        "BILLING_ITEMS, projectID, PROJECTS, 1",
        "INVOICES, companyID, COMPANIES, 0"
    })
    void leadsNowhereByItsQuirksAlone(Entity entity, String field, Entity other, int astray) {
        Set<@Nullable Object> known = ids(other);
        known.add(null);

        assertThat(rows(entity).filter(row -> !known.contains(row.get(field)))).hasSize(astray);
    }

    @Test
    void chargesAHalfOfItsHoursAndHasMostOfThatOnInvoices() {
        long entries = HOURS.size();
        long free = HOURS.values().stream()
                .filter(row -> Boolean.TRUE.equals(row.get("isNonBillable")))
                .count();
        Map<Boolean, Long> invoiced = rows(Entity.BILLING_ITEMS)
                .collect(Collectors.partitioningBy(
                        row -> row.get("invoiceID") instanceof Long id && id != 0, Collectors.counting()));

        assertThat(free).isBetween(entries / 10, entries / 4);
        assertThat(TENANT.table(Entity.BILLING_ITEMS).size()).isBetween(entries / 2, entries * 2 / 3);
        assertThat(invoiced.get(true)).isGreaterThan(invoiced.get(false));
        assertThat(invoiced.get(false)).isGreaterThan(20);
        assertThat(INVOICES.values().stream().filter(row -> Boolean.TRUE.equals(row.get("isVoided"))))
                .hasSize(2);
        assertThat(rows(Entity.BILLING_ITEMS)
                        .filter(row -> row.get("invoiceID") instanceof Long id
                                && INVOICES.get(id) instanceof Row invoice
                                && Boolean.TRUE.equals(invoice.get("isVoided"))))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void chargesNothingTwiceAndNothingThatIsOpen() {
        List<Object> charged = rows(Entity.BILLING_ITEMS)
                .map(row -> row.get("timeEntryID"))
                .filter(HOURS::containsKey)
                .map(Object.class::cast)
                .toList();

        assertThat(charged).doesNotHaveDuplicates();
        assertThat(charged).noneMatch(id -> HOURS.get((Long) id).get("billingApprovalDateTime") == null);
    }

    /** Each invoice is that of one customer, and asks for what stands on it. */
    @Test
    void sumsInvoicesUp() {
        Map<Long, List<Row>> items = rows(Entity.BILLING_ITEMS)
                .filter(row -> row.get("invoiceID") instanceof Long id && INVOICES.containsKey(id))
                .collect(Collectors.groupingBy(row -> (Long) row.get("invoiceID")));
        long different = INVOICES.values().stream()
                .filter(invoice -> {
                    List<Row> own = items.getOrDefault(invoice.id(), List.of());
                    BigDecimal sum = own.stream()
                            .map(row -> (BigDecimal) row.get("totalAmount"))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    return sum.compareTo((BigDecimal) invoice.get("invoiceTotal")) != 0;
                })
                .count();

        assertThat(different).as("those from which a quirk took an item").isBetween(1L, 4L);
        items.forEach((id, own) -> assertThat(own).allMatch(row -> String.valueOf(row.get("companyID"))
                .equals(String.valueOf(INVOICES.get(id).get("companyID")))));
    }

    @Test
    void worksAsLongAsTheClockSays() {
        assertThat(like(Entity.TIME_ENTRIES, TimeQuirk.TIMES_MISSING::spoil)).hasSize(2);
        assertThat(like(Entity.TIME_ENTRIES, TimeQuirk.HOURS_ZERO_WITH_TIMES::spoil))
                .hasSize(2);
        assertThat(HOURS.values().stream()
                        .filter(row -> row.get("startDateTime") instanceof Instant start
                                && row.get("endDateTime") instanceof Instant end
                                && end.isBefore(start)))
                .hasSize(1);
        long odd = HOURS.values().stream()
                .filter(row -> row.get("startDateTime") instanceof Instant start
                        && row.get("endDateTime") instanceof Instant end
                        && row.get("hoursWorked") instanceof BigDecimal hours
                        && hours.multiply(BigDecimal.valueOf(60)).intValue()
                                != Duration.between(start, end).toMinutes())
                .count();

        assertThat(odd).as("by quirk").isEqualTo(5);
    }
}
