package app.ascent.sandbox.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;
import static org.junit.jupiter.params.provider.EnumSource.Mode.MATCH_NONE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
import org.junit.jupiter.params.provider.EnumSource;

/** The tenant's tickets and what belongs to them: believable, and each thing that goes wrong in them there once. */
class TicketsTests {

    private static final LocalDate TODAY = TenantTests.TODAY;

    /** Only read. */
    private static final Tenant TENANT = TenantTests.tenant(2027, 420, 2600);

    private static final List<Row> TICKETS = rows(Entity.TICKETS).toList();

    private static Stream<Row> rows(Entity entity) {
        return TenantTests.rows(TENANT, entity);
    }

    private static Set<@Nullable Object> values(Entity entity, String field) {
        return rows(entity).map(row -> row.get(field)).collect(Collectors.toCollection(HashSet::new));
    }

    /** The records that {@code spoils} finds as it would leave them. */
    private static List<Row> like(Entity entity, Consumer<Row> spoils) {
        return rows(entity)
                .filter(row -> {
                    Row spoilt = new Row(row);
                    spoils.accept(spoilt);
                    return TenantTests.text(spoilt).equals(TenantTests.text(row));
                })
                .toList();
    }

    private static Row ticket(TicketQuirk quirk) {
        return TICKETS.get((int) LongStream.range(0, TICKETS.size())
                .filter(index -> TicketQuirk.of(index) == quirk)
                .findFirst()
                .orElseThrow());
    }

    private static Row row(Entity entity, @Nullable Object id) {
        return rows(entity)
                .filter(row -> Long.valueOf(row.id()).equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(
            value = TicketQuirk.class,
            mode = MATCH_NONE,
            names = {".*_OF_ANOTHER_COMPANY", "NUMBER_.*", "PROBLEM_CIRCLE", "PROBLEM_LATER", "SOURCE_INSOURCED", "NONE"
            })
    void hasATicketOfEveryOddKind(TicketQuirk quirk) {
        assertThat(like(Entity.TICKETS, quirk::spoil)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = TicketQuirk.class, mode = EXCLUDE, names = "NONE")
    void dealsEveryOddKindOnceAndLeavesMostTicketsAlone(TicketQuirk quirk) {
        assertThat(LongStream.range(0, 200_000).mapToObj(TicketQuirk::of).filter(quirk::equals))
                .hasSize(1);
        assertThat(LongStream.range(0, 600).mapToObj(TicketQuirk::of)).contains(quirk);
    }

    @ParameterizedTest
    @EnumSource(value = TicketNoteQuirk.class, mode = EXCLUDE, names = "NONE")
    void hasANoteOfEveryKindThatIsOddInTicketsAlone(TicketNoteQuirk quirk) {
        assertThat(like(Entity.TICKET_NOTES, quirk::spoil)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = NoteQuirk.class,
            mode = MATCH_NONE,
            names = {"TEXT_OF_900_000_CHARACTERS", "OWNER_GONE", "OF_.*", "NONE"})
    void hasANoteOfEveryOddKind(NoteQuirk quirk) {
        assertThat(like(Entity.TICKET_NOTES, quirk::spoil)).hasSize(1);
    }

    @Test
    void writesNotesByEveryoneAndByProgramsAndBelowATicketThatIsGone() {
        Set<@Nullable Object> tickets = values(Entity.TICKETS, "id");

        assertThat(rows(Entity.TICKET_NOTES).filter(row -> !tickets.contains(row.get("ticketID"))))
                .hasSize(1);
        assertThat(values(Entity.TICKET_NOTES, "publish")).containsExactlyInAnyOrder(1L, 2L, 4L, 57L, null);
        assertThat(values(Entity.TICKET_NOTES, "noteType"))
                .contains(1L, 3L, 13L, 15L, 16L, 17L, 18L, 19L, 91L, 99L, 100L, 101L);
        assertThat(rows(Entity.TICKET_NOTES).filter(row -> row.get("createdByContactID") != null))
                .hasSizeBetween(400, 1_000);
        assertThat(rows(Entity.TICKET_NOTES)
                        .mapToInt(row -> String.valueOf(row.get("description")).length())
                        .average()
                        .orElse(0))
                .isBetween(200.0, 500.0);
    }

    @Test
    void writesFourNotesAboutATicketAndFourHundredAboutOne() {
        Map<String, Long> sizes = rows(Entity.TICKET_NOTES)
                .collect(Collectors.groupingBy(row -> String.valueOf(row.get("ticketID")), Collectors.counting()));

        assertThat(TENANT.table(Entity.TICKETS).size()).isEqualTo(600);
        assertThat(TENANT.table(Entity.TICKET_NOTES).size()).isEqualTo(600 * 4 + 400);
        assertThat(sizes.values().stream().filter(size -> size > 400)).hasSize(1);
        assertThat(sizes.values().stream().filter(size -> size <= 8)).hasSizeGreaterThan(500);
    }

    /** What another record is said to be there is there, save where a quirk has it otherwise. */
    @Test
    void leadsNowhereByItsQuirksAlone() {
        assertThat(astray("companyID", Entity.COMPANIES)).containsExactly(TicketQuirk.COMPANY_GONE);
        assertThat(astray("contactID", Entity.CONTACTS)).containsExactly(TicketQuirk.CONTACT_GONE);
        assertThat(astray("configurationItemID", Entity.CONFIGURATION_ITEMS)).containsExactly(TicketQuirk.DEVICE_GONE);
        assertThat(astray("contractID", Entity.CONTRACTS)).containsExactly(TicketQuirk.CONTRACT_GONE);
        assertThat(astray("projectID", Entity.PROJECTS)).containsExactly(TicketQuirk.PROJECT_GONE);
        assertThat(astray("problemTicketId", Entity.TICKETS)).containsExactly(TicketQuirk.PROBLEM_GONE);
        assertThat(astray("assignedResourceID", Entity.RESOURCES))
                .containsExactly(TicketQuirk.ASSIGNED_TO_NOBODY_KNOWN);
        assertThat(astray("assignedResourceRoleID", Entity.ROLES)).isEmpty();
        assertThat(astray("billingCodeID", Entity.BILLING_CODES)).isEmpty();
    }

    private static List<TicketQuirk> astray(String field, Entity entity) {
        Set<@Nullable Object> known = values(entity, "id");
        known.add(null);
        return LongStream.range(0, TICKETS.size())
                .filter(index -> !known.contains(TICKETS.get((int) index).get(field)))
                .mapToObj(TicketQuirk::of)
                .toList();
    }

    /** The same for whose it is. */
    @Test
    void belongsToItsCompanySaveByItsQuirks() {
        assertThat(strange("contactID", Entity.CONTACTS)).containsExactly(TicketQuirk.CONTACT_OF_ANOTHER_COMPANY);
        assertThat(strange("configurationItemID", Entity.CONFIGURATION_ITEMS))
                .containsExactly(TicketQuirk.DEVICE_OF_ANOTHER_COMPANY);
        assertThat(strange("contractID", Entity.CONTRACTS)).containsExactly(TicketQuirk.CONTRACT_OF_ANOTHER_COMPANY);
        assertThat(strange("projectID", Entity.PROJECTS)).containsExactly(TicketQuirk.PROJECT_OF_ANOTHER_COMPANY);
    }

    private static List<TicketQuirk> strange(String field, Entity entity) {
        Map<Long, Row> others = rows(entity).collect(Collectors.toMap(Row::id, Function.identity()));
        return LongStream.range(0, TICKETS.size())
                .filter(index -> TicketQuirk.of(index) != TicketQuirk.COMPANY_GONE)
                .filter(index -> {
                    Row ticket = TICKETS.get((int) index);
                    Row other = ticket.get(field) instanceof Long id ? others.get(id) : null;
                    return other != null
                            && !String.valueOf(other.get("companyID")).equals(String.valueOf(ticket.get("companyID")));
                })
                .mapToObj(TicketQuirk::of)
                .toList();
    }

    @Test
    void numbersTicketsByTheDayOfTheirBirthAndTwoAlike() {
        List<String> numbers = TICKETS.stream()
                .map(row -> String.valueOf(row.get("ticketNumber")))
                .toList();

        assertThat(numbers).allMatch(number -> number.matches("T20\\d{6}\\.\\d{4}(\\.\\d{3})?"));
        assertThat(new HashSet<>(numbers)).hasSize(599);
        assertThat(numbers.stream().filter(number -> number.length() > 14)).hasSize(1);
    }

    @Test
    void hasProblemsThatGoInACircleComeLaterOrAreTheirOwn() {
        Map<Long, Long> problems = TICKETS.stream()
                .filter(row -> row.get("problemTicketId") instanceof Long)
                .collect(Collectors.toMap(Row::id, row -> (Long) row.get("problemTicketId")));

        assertThat(problems).hasSizeGreaterThan(20);
        assertThat(problems.entrySet().stream().filter(each -> each.getKey().equals(each.getValue())))
                .hasSize(1);
        assertThat(problems.keySet().stream()
                        .filter(id -> !id.equals(problems.get(id)) && id.equals(problems.get(problems.get(id)))))
                .hasSize(2);
        assertThat(problems.get(ticket(TicketQuirk.PROBLEM_LATER).id()))
                .isGreaterThan(ticket(TicketQuirk.PROBLEM_LATER).id());
    }

    @Test
    void isMostlyClosedAndWhatIsOpenIsRecent() {
        Instant lately = Moments.of(TODAY.minusDays(40));
        List<Row> open =
                TICKETS.stream().filter(row -> row.get("completedDate") == null).toList();

        assertThat(open).hasSizeBetween(80, 130);
        assertThat(open.stream()
                        .filter(row -> row.get("createDate") instanceof Instant created && created.isAfter(lately)))
                .hasSizeGreaterThan(open.size() * 7 / 10);
        assertThat(open.stream().map(row -> row.get("status"))).contains(1L, 7L, 8L, 9L, 10L, 11L, 12L, 13L);
        assertThat(open.stream()
                        .filter(row -> row.get("dueDateTime") instanceof Instant due
                                && due.truncatedTo(ChronoUnit.DAYS).equals(Moments.of(TODAY))))
                .hasSizeBetween(3, 8);
        assertThat(TICKETS.stream()
                        .filter(row -> row.get("createDate") instanceof Instant created
                                && !(created.isAfter(Moments.of(TODAY.minusDays(1_100)))
                                        && created.isBefore(Moments.of(TODAY)))))
                .isEmpty();
        assertThat(TICKETS.stream()
                        .filter(row -> row.get("lastActivityDate") instanceof Instant active
                                && active.isAfter(Moments.of(TODAY))))
                .isEmpty();
    }

    /** Or whoever imports twice would find everything changed. */
    @Test
    void isTheSameTomorrowSaveWhatIsDueAndMostlyTheSameNextWeek() {
        Tenant tomorrow = TenantTests.tenantOn(TODAY.minusDays(1));
        Tenant nextWeek = TenantTests.tenantOn(TODAY.plusWeeks(1));

        for (Entity entity : List.of(Entity.TICKET_NOTES, Entity.TIME_ENTRIES, Entity.INVOICES)) {
            assertThat(rows(entity).map(TenantTests::text))
                    .containsExactlyElementsOf(TenantTests.rows(tomorrow, entity)
                            .map(TenantTests::text)
                            .toList());
        }
        assertThat(changed(tomorrow)).isBetween(3, 8);
        assertThat(changed(nextWeek)).isBetween(100, 200);
    }

    private static int changed(Tenant tenant) {
        List<String> others =
                TenantTests.rows(tenant, Entity.TICKETS).map(TenantTests::text).toList();
        List<String> own = TICKETS.stream().map(TenantTests::text).toList();
        return (int) LongStream.range(0, own.size())
                .filter(index -> !own.get((int) index).equals(others.get((int) index)))
                .count();
    }

    @Test
    void hasHelpersPeopleDevicesTagsAndListsThatAreNotQuiteRight() {
        Set<@Nullable Object> contacts = values(Entity.CONTACTS, "id");
        Set<@Nullable Object> devices = values(Entity.CONFIGURATION_ITEMS, "id");
        Set<@Nullable Object> tags = values(Entity.TAGS, "id");

        assertThat(values(Entity.TICKET_SECONDARY_RESOURCES, "resourceID"))
                .contains(Resources.GONE, Resources.LEFT, Resources.OWNER);
        assertThat(rows(Entity.TICKET_ADDITIONAL_CONTACTS).filter(row -> !contacts.contains(row.get("contactID"))))
                .hasSize(1);
        assertThat(rows(Entity.TICKET_ADDITIONAL_CONFIGURATION_ITEMS)
                        .filter(row -> !devices.contains(row.get("configurationItemID"))))
                .hasSize(1);
        assertThat(rows(Entity.TICKET_TAG_ASSOCIATIONS).filter(row -> !tags.contains(row.get("tagID"))))
                .hasSize(1);
        assertThat(rows(Entity.TICKET_TAG_ASSOCIATIONS)
                        .filter(row -> Boolean.FALSE.equals(
                                row(Entity.TAGS, tags.contains(row.get("tagID")) ? row.get("tagID") : 1L)
                                        .get("isActive"))))
                .hasSize(1);
        List<Row> steps = rows(Entity.TICKET_CHECKLIST_ITEMS).toList();
        assertThat(steps.stream()
                        .filter(row -> String.valueOf(row.get("itemName")).isBlank()))
                .hasSize(1);
        assertThat(steps.stream().limit(6).map(row -> row.get("position"))).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(steps.stream().skip(6).limit(6).map(row -> row.get("position")))
                .containsExactly(1L, 2L, 2L, 4L, 5L, 6L);
        assertThat(steps.stream().filter(row -> Boolean.TRUE.equals(row.get("isCompleted"))))
                .hasSizeGreaterThan(50)
                .allMatch(row -> row.get("completedDateTime") != null);
    }

    @Test
    void holdsAMillionRecordsWithoutHoldingThem() {
        Tenant large = TenantTests.tenantWithTickets(5_000, 30_000, 200_000);
        Table notes = large.table(Entity.TICKET_NOTES);
        long last = large.table(Entity.TICKETS).idAt(199_999);

        assertThat(large.table(Entity.TICKETS).size()).isEqualTo(200_000);
        assertThat(notes.size()).isEqualTo(800_400);
        assertThat(large.table(Entity.TIME_ENTRIES).size()).isBetween(300_000L, 303_000L);
        assertThat(large.table(Entity.BILLING_ITEMS).size()).isGreaterThan(160_000);
        assertThat(notes.indexAbove(notes.idAt(700_000))).isEqualTo(700_001);
        assertThat(notes.where("ticketID", List.of(last)).stream()
                        .mapToLong(span -> span.end() - span.from())
                        .sum())
                .isEqualTo(8);
    }

    /** What a note costs in storage is measured by these. */
    @Test
    void hasNotesOf400CharactersOnAverage() {
        Table notes = TENANT.table(Entity.TICKET_NOTES);
        double average = LongStream.range(500, notes.size())
                .mapToObj(notes::at)
                .mapToInt(row -> String.valueOf(row.get("description")).length())
                .average()
                .orElseThrow();

        assertThat(average).isBetween(400.0, 440.0);
    }
}
