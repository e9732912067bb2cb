package app.ascent.sandbox.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.sandbox.SandboxProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

/** The invented records: the same every time, believable, and wrong in every way that happens. */
class TenantTests {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Clock CLOCK = Clock.fixed(Moments.of(TODAY), ZoneOffset.UTC);

    private final Tenant tenant = tenant(2027, 420, 2600);

    static Tenant tenant(long seed, int companies, int contacts) {
        return new Tenant(properties(seed, companies, contacts), CLOCK, "Owner@Ascent.example");
    }

    static Tenant tenantOn(LocalDate today) {
        Clock clock = Clock.fixed(Moments.of(today), ZoneOffset.UTC);
        return new Tenant(properties(2027, 420, 2600), clock, "Owner@Ascent.example");
    }

    static Tenant tenantWithTickets(int companies, int contacts, int tickets) {
        return new Tenant(properties(2027, companies, contacts, tickets), CLOCK, "Owner@Ascent.example");
    }

    private static SandboxProperties properties(long seed, int companies, int contacts) {
        return properties(seed, companies, contacts, 600);
    }

    private static SandboxProperties properties(long seed, int companies, int contacts, int tickets) {
        return new SandboxProperties(
                true,
                "practice@sandbox.example",
                "s",
                "c",
                seed,
                companies,
                contacts,
                400,
                600,
                200,
                tickets,
                320,
                DataSize.ofKilobytes(1),
                DataSize.ofMegabytes(1),
                true,
                null,
                1,
                0,
                0,
                0,
                Duration.ZERO);
    }

    static Stream<Row> rows(Tenant tenant, Entity entity) {
        Table table = tenant.table(entity);
        return LongStream.range(0, table.size()).mapToObj(table::at);
    }

    private Set<@Nullable Object> values(Entity entity, String field) {
        return rows(tenant, entity).map(row -> row.get(field)).collect(Collectors.toCollection(HashSet::new));
    }

    private long count(Entity entity, String field, Predicate<String> text) {
        return rows(tenant, entity)
                .filter(row -> row.get(field) instanceof String value && text.test(value))
                .count();
    }

    static String text(Row row) {
        return row.schema().fields().stream()
                .map(field -> field.name() + "=" + row.get(field.name()))
                .collect(Collectors.joining(";", "", row.userValues().toString()));
    }

    @ParameterizedTest
    @EnumSource(Entity.class)
    void isTheSameForTheSameSeed(Entity entity) {
        assertThat(rows(tenant(2027, 420, 2600), entity).map(TenantTests::text))
                .containsExactlyElementsOf(
                        rows(tenant, entity).map(TenantTests::text).toList());
    }

    @Test
    void isAnotherForAnotherSeed() {
        assertThat(rows(tenant(1, 420, 2600), Entity.COMPANIES)
                        .map(row -> row.get("companyName"))
                        .toList())
                .isNotEqualTo(rows(tenant, Entity.COMPANIES)
                        .map(row -> row.get("companyName"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Entity.class)
    void ascendsById(Entity entity) {
        Table table = tenant.table(entity);
        List<Long> ids = LongStream.range(0, table.size()).mapToObj(table::idAt).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> assertThat(table.idAt(table.indexAbove(id - 1)))
                .isEqualTo(id));
    }

    @Test
    void mixesSmallAndLargeIds() {
        Table companies = tenant.table(Entity.COMPANIES);
        Table contacts = tenant.table(Entity.CONTACTS);

        assertThat(companies.idAt(0)).isZero();
        assertThat(companies.idAt(2)).isEqualTo(174);
        assertThat(companies.idAt(100)).isBetween(29_683_000L, 29_684_000L);
        assertThat(contacts.idAt(contacts.size() - 1)).isGreaterThan(Integer.MAX_VALUE);
    }

    @Test
    void holdsAMillionContactsWithoutHoldingThem() {
        Table contacts = tenant(2027, 50_000, 1_000_000).table(Entity.CONTACTS);

        assertThat(contacts.size()).isEqualTo(1_000_000);
        assertThat(contacts.at(999_999).get("emailAddress")).isNotNull();
        assertThat(contacts.indexAbove(contacts.idAt(700_000))).isEqualTo(700_001);
    }

    @Test
    void addsRecordsBehindAllOthers() {
        for (Entity entity : Entity.values()) {
            Table table = tenant.table(entity);
            long last = table.idAt(table.size() - 1);
            table.append(2);

            assertThat(table.idAt(table.size() - 2)).isGreaterThan(last);
            assertThat(table.at(table.size() - 1).id()).isEqualTo(table.idAt(table.size() - 1));
            table.reset();
        }
    }

    @Test
    void changesARecordWithEachEdit() {
        for (Entity entity : Entity.values()) {
            Table table = tenant.table(entity);
            List<String> versions = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                versions.add(text(table.at(1)));
                table.edit(table.idAt(1));
            }

            assertThat(versions).doesNotHaveDuplicates();
            table.reset();
        }
    }

    @Test
    void leavesMostRecordsAlone() {
        long companies = LongStream.range(0, 420)
                .filter(i -> CompanyQuirk.of(i) == CompanyQuirk.NONE)
                .count();
        long contacts = LongStream.range(0, 2600)
                .filter(i -> ContactQuirk.of(i) == ContactQuirk.NONE)
                .count();

        assertThat(companies / 420.0).isGreaterThan(0.82);
        assertThat(contacts / 2600.0).isGreaterThan(0.91);
    }

    @ParameterizedTest
    @EnumSource(CompanyQuirk.class)
    void spoilsACompanyInEveryWay(CompanyQuirk quirk) {
        assertThat(LongStream.range(0, 420).mapToObj(CompanyQuirk::of)).contains(quirk);
    }

    @ParameterizedTest
    @EnumSource(ContactQuirk.class)
    void spoilsAContactInEveryWay(ContactQuirk quirk) {
        assertThat(LongStream.range(0, 2600).mapToObj(ContactQuirk::of)).contains(quirk);
    }

    @Test
    void hasCompaniesOfEveryTypeAndOfSomeThatAreNone() {
        assertThat(values(Entity.COMPANIES, "companyType"))
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 6L, 7L, 8L, 57L, 100L, 101L, null);
    }

    @Test
    void sendsOneCompanyAndOneContactThatNobodyCanRead() {
        Tenant large = tenant(2027, 5_000, 20_000);

        assertThat(rows(large, Entity.COMPANIES).filter(row -> row.get("companyName") instanceof RawJson))
                .hasSize(1);
        assertThat(rows(large, Entity.CONTACTS).filter(row -> row.get("lastName") instanceof RawJson))
                .hasSize(1);
    }

    @Test
    void hasParentsThatComeLaterAreMissingOrGoInCircles() {
        Map<Long, Long> parents = rows(tenant, Entity.COMPANIES)
                .filter(row -> row.get("parentCompanyID") instanceof Long)
                .collect(Collectors.toMap(Row::id, row -> (Long) row.get("parentCompanyID")));

        assertThat(parents).hasSizeGreaterThan(25);
        assertThat(parents).anySatisfy((id, parent) -> assertThat(parent).isGreaterThan(id));
        assertThat(parents).anySatisfy((id, parent) -> assertThat(parent).isEqualTo(id));
        assertThat(parents).anySatisfy((id, parent) -> {
            assertThat(parent).isNotEqualTo(id);
            assertThat(parents.get(parent)).isEqualTo(id);
        });
        assertThat(parents.values())
                .anySatisfy(parent -> assertThat(values(Entity.COMPANIES, "id")).doesNotContain(parent));
    }

    @Test
    void givesMostCompaniesAContactAndSomeContactsACompanyThatIsGone() {
        Set<@Nullable Object> companies = values(Entity.COMPANIES, "id");
        List<Row> lost = rows(tenant, Entity.CONTACTS)
                .filter(row -> !companies.contains(row.get("companyID")))
                .toList();
        Set<@Nullable Object> visited = values(Entity.CONTACTS, "companyID");

        assertThat(lost).hasSizeBetween(2, 8);
        assertThat(companies.stream().filter(visited::contains)).hasSizeGreaterThan(390);
        assertThat(rows(tenant, Entity.CONTACTS).filter(row -> Long.valueOf(0).equals(row.get("companyID"))))
                .hasSizeGreaterThanOrEqualTo(Contacts.STAFF);
    }

    @Test
    void callsOneContactOfMostCompaniesPrimaryAndOfSomeTwo() {
        Map<Object, Long> primaries = rows(tenant, Entity.CONTACTS)
                .filter(row -> Boolean.TRUE.equals(row.get("primaryContact")))
                .collect(Collectors.groupingBy(row -> String.valueOf(row.get("companyID")), Collectors.counting()));

        assertThat(primaries).hasSizeGreaterThan(330);
        assertThat(primaries.values().stream().filter(number -> number > 1)).hasSizeBetween(3, 20);
    }

    @Test
    void repeatsNamesAndMailboxesNowAndThen() {
        assertThat(repeated(Entity.COMPANIES, row -> row.get("companyName"))).isBetween(2L, 12L);
        assertThat(repeated(
                        Entity.CONTACTS,
                        row -> String.valueOf(row.get("emailAddress")).contains("@")
                                ? row.get("companyID") + " " + row.get("emailAddress")
                                : null))
                .isBetween(8L, 60L);
    }

    private long repeated(Entity entity, Function<Row, @Nullable Object> key) {
        return rows(tenant, entity)
                .map(key)
                .filter(value -> value != null)
                .collect(Collectors.groupingBy(String::valueOf, Collectors.counting()))
                .values()
                .stream()
                .filter(number -> number > 1)
                .count();
    }

    @Test
    void holdsTextThatBreaksCarelessPrograms() {
        assertThat(count(Entity.COMPANIES, "companyName", name -> name.contains("\u0000")))
                .isPositive();
        assertThat(count(Entity.COMPANIES, "companyName", name -> name.contains("<script>")))
                .isPositive();
        assertThat(count(Entity.COMPANIES, "companyName", name -> name.contains("drop table")))
                .isPositive();
        assertThat(count(Entity.COMPANIES, "companyName", name -> name.codePoints()
                        .anyMatch(c -> c > 0xffff)))
                .isPositive();
        assertThat(count(Entity.COMPANIES, "companyName", name -> name.length() > 200))
                .isPositive();
        assertThat(count(Entity.COMPANIES, "companyName", String::isBlank)).isPositive();
        assertThat(count(Entity.CONTACTS, "lastName", name -> name.length() > 100))
                .isPositive();
        assertThat(count(Entity.CONTACTS, "emailAddress", email -> email.length() > 254))
                .isPositive();
    }

    @Test
    void lendsAnOwnerTheAddressOfTheOwnerHere() {
        List<Row> owners = rows(tenant, Entity.RESOURCES)
                .filter(row -> "Owner@Ascent.example".equals(row.get("email")))
                .toList();
        Set<@Nullable Object> inactive = rows(tenant, Entity.RESOURCES)
                .filter(row -> Boolean.FALSE.equals(row.get("isActive")))
                .map(Row::id)
                .collect(Collectors.toCollection(HashSet::new));

        assertThat(owners).hasSize(1);
        assertThat(values(Entity.COMPANIES, "ownerResourceID"))
                .contains(owners.getFirst().id())
                .containsAll(inactive);
    }

    @ParameterizedTest
    @EnumSource(ContractQuirk.class)
    void hasAContractOfEveryOddKind(ContractQuirk quirk) {
        assertThat(IntStream.range(0, 168).mapToObj(ContractQuirk::of)).contains(quirk);
        assertThat(tenant.table(Entity.CONTRACTS).size()).isEqualTo(168);
    }

    @Test
    void hasContractsOfEveryTypeAndOfSomeThatAreNone() {
        assertThat(values(Entity.CONTRACTS, "contractType"))
                .containsExactlyInAnyOrder(1L, 3L, 4L, 6L, 7L, 8L, 57L, 100L, 101L, null);
    }

    @Test
    void renewsContractsInChainsAndInACircle() {
        Map<Long, Long> renewals = rows(tenant, Entity.CONTRACTS)
                .filter(row -> row.get("renewedContractID") instanceof Long)
                .collect(Collectors.toMap(Row::id, row -> (Long) row.get("renewedContractID")));

        assertThat(renewals).anySatisfy((id, next) -> assertThat(renewals.get(next))
                .isNotNull()
                .isNotEqualTo(id)
                .isNotEqualTo(next));
        assertThat(renewals).anySatisfy((id, next) -> {
            assertThat(next).isNotEqualTo(id);
            assertThat(renewals.get(next)).isEqualTo(id);
        });
        assertThat(renewals).anySatisfy((id, next) -> assertThat(next).isEqualTo(id));
    }

    @Test
    void billsLinesInNoneInOneAndInSeveralPeriodsOfToday() {
        Map<Object, Long> today = Stream.concat(
                        rows(tenant, Entity.CONTRACT_SERVICES).map(Row::id), coveringToday())
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));

        assertThat(today.values()).contains(1L, 2L, 3L);
    }

    private Stream<Long> coveringToday() {
        return rows(tenant, Entity.CONTRACT_SERVICE_UNITS)
                .filter(row -> !Moments.day(row.get("startDate"), TODAY).isAfter(TODAY))
                .filter(row -> !Moments.day(row.get("endDate"), TODAY).isBefore(TODAY))
                .map(row -> (Long) row.get("contractServiceID"));
    }

    @Test
    void givesRecordsOfSeveralEntitiesTheSameId() {
        for (Entity entity : List.of(Entity.CONTRACT_SERVICES, Entity.CONTRACT_MILESTONES, Entity.CONTRACT_BLOCKS)) {
            assertThat(values(entity, "id")).contains(12L);
        }
        assertThat(values(Entity.COMPANIES, "id")).contains(174L);
        assertThat(values(Entity.CONTRACTS, "id")).contains(174L);
    }

    @Test
    void hasContractsWithoutLinesAndWithoutBlocks() {
        assertThat(without("7", Entity.CONTRACT_SERVICES)).isPositive();
        assertThat(without("4", Entity.CONTRACT_BLOCKS)).isPositive();
    }

    private long without(String type, Entity part) {
        Set<@Nullable Object> having = values(part, "contractID");
        return rows(tenant, Entity.CONTRACTS)
                .filter(row -> type.equals(String.valueOf(row.get("contractType"))))
                .filter(row -> !having.contains(row.id()))
                .count();
    }

    @Test
    void hasMoreUnitsThanFitAPageAndStaysSmallInALargeTenant() {
        assertThat(tenant.table(Entity.CONTRACT_SERVICE_UNITS).size()).isGreaterThan(1_000);
        Tenant large = tenant(2027, 50_000, 100_000);
        assertThat(large.table(Entity.CONTRACTS).size()).isEqualTo(400);
        assertThat(large.table(Entity.CONFIGURATION_ITEMS).size()).isEqualTo(600);
    }

    @ParameterizedTest
    @EnumSource(DeviceQuirk.class)
    void hasADeviceOfEveryOddKind(DeviceQuirk quirk) {
        assertThat(IntStream.range(0, 600).mapToObj(DeviceQuirk::of)).contains(quirk);
        assertThat(tenant.table(Entity.CONFIGURATION_ITEMS).size()).isEqualTo(600);
    }

    @Test
    void hasDevicesOfTypesThatAreListedNamedElsewhereAndNowhere() {
        Set<@Nullable Object> named = values(Entity.CONFIGURATION_ITEM_TYPES, "id");

        assertThat(values(Entity.CONFIGURATION_ITEMS, "configurationItemType"))
                .containsAll(named)
                .contains(57L, null);
        assertThat(rows(tenant, Entity.CONFIGURATION_ITEM_TYPES)
                        .filter(row -> Boolean.FALSE.equals(row.get("isActive"))))
                .hasSize(3);
    }

    @Test
    void givesDevicesProductsOfWhichSomeAreGone() {
        assertThat(values(Entity.CONFIGURATION_ITEMS, "productID"))
                .contains(29_600_013L, null)
                .containsAll(values(Entity.PRODUCTS, "id"));
    }

    @Test
    void hasPlaceholdersAndDoublesForSerialNumbers() {
        assertThat(values(Entity.CONFIGURATION_ITEMS, "serialNumber")).contains("N/A", "To be filled by O.E.M.", "");
        assertThat(repeated(
                        Entity.CONFIGURATION_ITEMS,
                        row -> String.valueOf(row.get("serialNumber")).startsWith("SN-")
                                ? row.get("companyID") + " " + row.get("serialNumber")
                                : null))
                .isEqualTo(1);
    }

    @Test
    void hasParentDevicesThatComeLaterAreMissingOrGoInCircles() {
        Map<Long, Long> parents = rows(tenant, Entity.CONFIGURATION_ITEMS)
                .filter(row -> row.get("parentConfigurationItemID") instanceof Long)
                .collect(Collectors.toMap(Row::id, row -> (Long) row.get("parentConfigurationItemID")));

        assertThat(parents).hasSizeGreaterThan(25);
        assertThat(parents).anySatisfy((id, parent) -> assertThat(parent).isEqualTo(id));
        assertThat(parents).anySatisfy((id, parent) -> {
            assertThat(parent).isGreaterThan(id);
            assertThat(parents.get(parent)).isEqualTo(id);
        });
        assertThat(parents.values()).anySatisfy(parent -> assertThat(values(Entity.CONFIGURATION_ITEMS, "id"))
                .doesNotContain(parent));
    }

    @Test
    void relatesDevicesToOthersToThemselvesAndToNobody() {
        List<List<@Nullable Object>> pairs = rows(tenant, Entity.CONFIGURATION_ITEM_RELATED_ITEMS)
                .map(row -> List.of(row.get("configurationItemID"), row.get("relatedConfigurationItemID")))
                .toList();

        assertThat(pairs).hasSizeGreaterThan(50);
        assertThat(pairs).anySatisfy(pair -> assertThat(pair.getFirst()).isEqualTo(pair.getLast()));
        assertThat(pairs).anySatisfy(pair -> assertThat(pairs)
                .contains(List.of(pair.getLast(), pair.getFirst()))
                .contains(pair));
        assertThat(pairs).anySatisfy(pair -> assertThat(values(Entity.CONFIGURATION_ITEMS, "id"))
                .doesNotContain(pair.getLast()));
    }

    @Test
    void hasCountriesThatNoLongerExist() {
        assertThat(rows(tenant, Entity.COUNTRIES).filter(row -> Boolean.FALSE.equals(row.get("isActive"))))
                .hasSize(3);
        assertThat(values(Entity.COMPANIES, "countryID"))
                .contains(Countries.NETHERLANDS_ANTILLES, Countries.UNKNOWN, null);
    }

    @Test
    void inventsOnlyAddressesNobodyHas() {
        assertThat(rows(tenant, Entity.CONTACTS)
                        .map(row -> row.get("emailAddress"))
                        .filter(email -> email instanceof String address && address.matches("[^@\\s]+@[^@\\s]+"))
                        .map(email -> String.valueOf(email).toLowerCase(Locale.ROOT)))
                .hasSizeGreaterThan(2300)
                .allMatch(email -> email.matches(".+\\.example[>;]?")); // some as mail programs copy them
    }
}
