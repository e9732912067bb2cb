package app.ascent.importing.time;

import app.ascent.desk.time.TimeEntryFields;
import app.ascent.identity.UserId;
import app.ascent.importing.Payload;
import app.ascent.importing.field.Tables;
import app.ascent.importing.field.Tables.Resource;
import app.ascent.importing.time.TimeLookUps.Invoice;
import app.ascent.importing.time.TimeLookUps.Item;
import app.ascent.importing.time.TimeLookUps.Title;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Dictionary.Entry;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Maps time entries as the tests of the mapper do: with few other records in sight, in an organization in New York. */
final class TimeMapping {

    static final long ENTRY = 704211;
    static final UUID TICKET = UUID.fromString("0190f3d2-0000-7000-8000-000001048576");
    static final UUID TASK = UUID.fromString("0190f3d2-0000-7000-8000-000000000031");
    static final UUID CONTRACT = UUID.fromString("0190f3d2-0000-7000-8000-000029688123");
    static final UserId MEMBER = new UserId(UUID.fromString("0190f3d2-0000-7000-8000-000000000001"));

    private static final Map<SourceRef, Resolution> RESOLVED = Map.of(
            ref("tickets", 1048576), new Resolution.Loaded(new TargetId(TICKET)),
            ref("tickets", 600), new Resolution.NotLoaded(Reason.SOURCE_ERROR, "Broken printer"),
            ref("tickets", 700), new Resolution.LeftOut(),
            ref("tasks", 31), new Resolution.Loaded(new TargetId(TASK)),
            ref("contracts", 29688123), new Resolution.Loaded(new TargetId(CONTRACT)));

    private static final Map<Lookup.Key, List<?>> ROWS = Map.of(
            Tables.RESOURCES.key(29682885), List.of(resource("Zoë", "Lindqvist").with(MEMBER)),
            Tables.RESOURCES.key(29000002), List.of(resource("Bo", "Holm")),
            TimeLookUps.WORK_TYPES.key(29682801), List.of(new Title("Remote support")),
            TimeLookUps.WORK_TYPES.key(9), List.of(new Title("Vacation")),
            TimeLookUps.ROLES.key(29682834), List.of(new Title("Engineer")),
            TimeLookUps.INVOICES.key(1), List.of(new Invoice("INV-1042", "false")),
            TimeLookUps.INVOICES.key(2), List.of(new Invoice("INV-0999", "true")),
            TimeLookUps.INVOICES.key(3), List.of(new Invoice(null, null)));

    private static final Dictionary DICTIONARY = new Dictionary(
                    Map.of("timeEntries.timeEntryType", Map.of("2", new Entry("2", "Ticket", true, true, null))))
            .and(RunZone.table(ZoneId.of("America/New_York")));

    private TimeMapping() {}

    static Ready<TimeEntryFields> map(Payload payload, Item... items) {
        return (Ready<TimeEntryFields>) mapped(payload, Set.of(), items);
    }

    static Mapped<TimeEntryFields> mapped(Payload payload) {
        return mapped(payload, Set.of());
    }

    /** @param items what was posted of the entry */
    static Mapped<TimeEntryFields> mapped(Payload payload, Set<EntityType> unreadable, Item... items) {
        AutotaskTimeEntry entry = payload.as(AutotaskTimeEntry.class);
        Map<Lookup.Key, List<?>> rows = new HashMap<>();
        List<Lookup.Key> lookUps = new ArrayList<>(TimeLookUps.of(entry));
        for (Item item : items) {
            TimeLookUps.INVOICES.key(item.invoice()).forEach(lookUps::add);
        }
        lookUps.forEach(key -> rows.put(key, ROWS.getOrDefault(key, List.of())));
        rows.put(TimeLookUps.ITEMS.key(ENTRY), List.of(items));
        return TimeEntryMapper.map(entry, new References(DICTIONARY, RESOLVED, rows, unreadable));
    }

    static List<String> remarks(Ready<?> mapped) {
        return mapped.findings().stream()
                .map(finding -> "%s %s=%s -> %s"
                        .formatted(finding.reason(), finding.field(), finding.value(), finding.usedInstead()))
                .toList();
    }

    static SourceRef ref(String type, long id) {
        return new SourceRef(new EntityType(type), new SourceId(id));
    }

    private static Resource resource(String firstName, String lastName) {
        return new Resource(null, firstName, lastName, null, null, null);
    }
}
