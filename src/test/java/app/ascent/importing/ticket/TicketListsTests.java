package app.ascent.importing.ticket;

import static app.ascent.importing.ticket.TicketMapping.CROWD;
import static app.ascent.importing.ticket.TicketMapping.ID;
import static app.ascent.importing.ticket.TicketMapping.MEMBER;
import static app.ascent.importing.ticket.TicketMapping.id;
import static app.ascent.importing.ticket.TicketMapping.map;
import static app.ascent.importing.ticket.TicketMapping.remarks;
import static app.ascent.importing.ticket.TicketMapping.without;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ContactId;
import app.ascent.desk.ChecklistLine;
import app.ascent.desk.TicketFields;
import app.ascent.importing.Payload;
import app.ascent.importing.field.Tables;
import app.ascent.importing.ticket.TicketLookUps.ChecklistItem;
import app.ascent.importing.ticket.TicketLookUps.MoreContact;
import app.ascent.importing.ticket.TicketLookUps.MoreDevice;
import app.ascent.importing.ticket.TicketLookUps.Tagged;
import app.ascent.importing.work.Participant;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.record.field.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a ticket has several of. */
class TicketListsTests {

    private static List<?> crowd(long count, LongFunction<?> row) {
        return LongStream.range(0, count).mapToObj(row).toList();
    }

    @Test
    void namesMorePeopleButTheAssignee() {
        Ready<TicketFields> mapped = map(
                Payload.ticket().with("assignedResourceID", 40000000),
                TicketLookUps.MORE_PEOPLE,
                Stream.of("29000001", "29000002", "40000000", "29000002.0", "999")
                        .map(Participant::new)
                        .toList());

        assertThat(mapped.target().people()).containsExactly(Person.user(MEMBER), Person.named("Bo Holm"));
        assertThat(remarks(mapped)).containsExactly("REFERENCE_MISSING secondaryResources=999 -> null");
    }

    @Test
    void takesMoreContactsWhoseverTheyAreAndMissesThoseThatAreGone() {
        Ready<TicketFields> mapped = map(
                Payload.ticket(),
                TicketLookUps.MORE_CONTACTS,
                Stream.of("3001", "3002", "3002", "3003", "9999", "none")
                        .map(MoreContact::new)
                        .toList());

        assertThat(mapped.target().contactIds()).containsExactly(new ContactId(id(3002)));
        assertThat(remarks(mapped))
                .containsExactly(
                        "REFERENCE_MISSING additionalContacts=9999 -> null",
                        "REFERENCE_MISSING additionalContacts=none -> null");
    }

    @Test
    void takesMoreAssets() {
        Ready<TicketFields> mapped = map(
                Payload.ticket().with("configurationItemID", 5001),
                TicketLookUps.MORE_DEVICES,
                Stream.of("5001", "5002", "5009").map(MoreDevice::new).toList());

        assertThat(mapped.target().assetIds())
                .extracting(asset -> asset.value())
                .containsExactly(id(5002));
        assertThat(remarks(mapped)).containsExactly("REFERENCE_MISSING additionalConfigurationItems=5009 -> null");
    }

    @Test
    void takesTagsOnceWhateverTheirCase() {
        Ready<TicketFields> mapped = map(
                Payload.ticket(),
                TicketLookUps.TAGGED,
                Stream.of("1", "2", "3", "999").map(Tagged::new).toList());

        assertThat(mapped.target().tags()).containsExactly("vip", "x".repeat(50));
        assertThat(remarks(mapped))
                .containsExactly(
                        "REFERENCE_MISSING tags=999 -> null", "TRUNCATED tags=" + "x".repeat(120) + " -> null");
        assertThat(mapped.details().originals()).containsEntry("tags", "x".repeat(120));
    }

    @Test
    void takesTheChecklistInItsOrder() {
        Ready<TicketFields> mapped = map(
                Payload.ticket(),
                TicketLookUps.CHECKLIST,
                List.of(
                        item("Last", null, false, false, null, null),
                        item("Second", "10", true, true, "2026-10-01T08:00:00", "29000002"),
                        item(" First ", "2", true, false, "0001-01-01T00:00:00Z", "999"),
                        item(" ", "11", false, true, "2026-10-01T08:00:00", "29000002")));

        assertThat(mapped.target().checklist())
                .containsExactly(
                        new ChecklistLine("First", true, false, "Resource 999", null),
                        new ChecklistLine("Second", true, true, "Bo Holm", Instant.parse("2026-10-01T08:00:00Z")),
                        new ChecklistLine("(no text)", false, true, null, null),
                        new ChecklistLine("Last", false, false, null, null));
        assertThat(remarks(mapped))
                .containsExactly(
                        "INVALID_DATE checklistItems=0001-01-01T00:00:00Z -> null",
                        "MISSING_VALUE checklistItems=null -> (no text)");
    }

    @Test
    void keepsALongLineWholeUnderSource() {
        Ready<TicketFields> mapped = map(
                Payload.ticket(),
                TicketLookUps.CHECKLIST,
                List.of(item("c".repeat(600), "1", false, false, null, null)));

        assertThat(mapped.target().checklist().getFirst().text()).hasSize(500);
        assertThat(mapped.details().originals()).containsEntry("checklistItems", "c".repeat(600));
    }

    private static ChecklistItem item(
            String text,
            @Nullable String position,
            boolean done,
            boolean important,
            @Nullable String at,
            @Nullable String by) {
        return new ChecklistItem("1", text, position, Boolean.toString(done), Boolean.toString(important), at, by);
    }

    @Test
    void writesAsManyAsTheFieldsHold() {
        Ready<TicketFields> people =
                map(Payload.ticket(), TicketLookUps.MORE_PEOPLE, crowd(51, n -> new Participant("" + (CROWD + n))));
        Ready<TicketFields> contacts =
                map(Payload.ticket(), TicketLookUps.MORE_CONTACTS, crowd(1001, n -> new MoreContact("" + (CROWD + n))));
        Ready<TicketFields> tags =
                map(Payload.ticket(), TicketLookUps.TAGGED, crowd(31, n -> new Tagged("" + (CROWD + n))));
        Ready<TicketFields> lines = map(
                Payload.ticket(),
                TicketLookUps.CHECKLIST,
                crowd(1001, n -> item("Line " + n, "" + n, false, false, null, null)));

        assertThat(people.target().people()).hasSize(50);
        assertThat(contacts.target().contactIds()).hasSize(1000);
        assertThat(tags.target().tags()).hasSize(30);
        assertThat(lines.target().checklist()).hasSize(1000);
        assertThat(Stream.of(people, contacts, tags, lines).flatMap(each -> remarks(each).stream()))
                .containsExactly(
                        "TRUNCATED secondaryResources=51 -> null",
                        "TRUNCATED additionalContacts=1001 -> null",
                        "TRUNCATED tags=31 -> null",
                        "TRUNCATED checklistItems=1001 -> null");
    }

    static Stream<Arguments> unreadable() {
        Map<Lookup.Key, List<?>> tagged = Map.of(TicketLookUps.TAGGED.key(ID), List.of(new Tagged("1")));
        Map<Lookup.Key, List<?>> ticked = Map.of(
                TicketLookUps.CHECKLIST.key(ID),
                List.of(item("Done", "1", true, false, "2026-10-01T08:00:00", "29000002")));
        return Stream.of(
                Arguments.of(TicketLookUps.MORE_PEOPLE, Map.of(), "secondaryResources"),
                Arguments.of(TicketLookUps.MORE_CONTACTS, Map.of(), "additionalContacts"),
                Arguments.of(TicketLookUps.MORE_DEVICES, Map.of(), "additionalConfigurationItems"),
                Arguments.of(TicketLookUps.TAGGED, Map.of(), "tags"),
                Arguments.of(TicketLookUps.TAGS, tagged, "tags"),
                Arguments.of(TicketLookUps.CHECKLIST, Map.of(), "checklistItems"),
                Arguments.of(Tables.RESOURCES, ticked, "checklistItems"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void leavesWhatStandsWhereItCannotBeRead(Lookup<?> table, Map<Lookup.Key, List<?>> rows, String field) {
        Ready<TicketFields> mapped = without(Payload.ticket(), table, rows);

        assertThat(mapped.unsaid().unresolved()).contains(field);
        assertThat(remarks(mapped)).noneMatch(remark -> remark.contains(field));
    }
}
