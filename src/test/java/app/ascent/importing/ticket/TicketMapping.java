package app.ascent.importing.ticket;

import app.ascent.desk.TicketFields;
import app.ascent.identity.UserId;
import app.ascent.importing.Payload;
import app.ascent.importing.field.Tables;
import app.ascent.importing.field.Tables.Resource;
import app.ascent.importing.ticket.TicketLookUps.Tag;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Dictionary.Entry;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Mapped.Skipped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps tickets as the tests of the mapper do: with few other records in sight. */
final class TicketMapping {

    static final long ID = 1_048_576;

    static final UUID CLIENT = id(174);
    static final UserId MEMBER = new UserId(id(1));

    /** A status, and a category, of the organization's own. */
    static final UUID PARKED = id(77);

    static final UUID HARDWARE = id(78);

    /** From this id on everybody is known by name, every contact is in Ascent, and every tag has a label. */
    static final long CROWD = 40_000_000;

    private static final Map<SourceRef, Resolution> RESOLVED = Map.ofEntries(
            loaded("companies", 174),
            loaded("companies", 0),
            Map.entry(ref("companies", 300), new Resolution.NotLoaded(Reason.SOURCE_ERROR, "Broken Ltd")),
            loaded("contacts", 3001),
            loaded("contacts", 3002),
            Map.entry(ref("contacts", 3003), new Resolution.LeftOut()),
            loaded("contracts", 4001),
            Map.entry(ref("contracts", 4002), new Resolution.LeftOut()),
            loaded("assets", 5001),
            loaded("assets", 5002),
            loaded("projects", 6001));

    private static final Map<Lookup.Key, List<?>> ROWS = Map.of(
            Tables.RESOURCES.key(29000001), List.of(resource("Zoë", "Lindqvist").with(MEMBER)),
            Tables.RESOURCES.key(29000002), List.of(resource("Bo", "Holm")),
            TicketLookUps.TAGS.key(1), List.of(new Tag("vip")),
            TicketLookUps.TAGS.key(2), List.of(new Tag("VIP ")),
            TicketLookUps.TAGS.key(3), List.of(new Tag("x".repeat(120))));

    private static final Dictionary DICTIONARY = new Dictionary(Map.ofEntries(
            table(
                    "status",
                    entry("1", "New", true, true, "NEW"),
                    entry("5", "Complete", true, true, "CLOSED"),
                    entry("6", "Resolved", true, false, "RESOLVED"),
                    entry("7", "Waiting Customer", false, false, "WAITING"),
                    entry("8", "In Progress", true, false, "IN_PROGRESS"),
                    entry("29", "Escalated", true, false, null),
                    entry("30", "Parked", false, false, PARKED.toString())),
            table(
                    "priority",
                    entry("1", "High", true, false, "HIGH"),
                    entry("2", "Medium", true, false, "MEDIUM"),
                    entry("4", "Critical", true, false, "CRITICAL"),
                    entry("5", "Sometime", true, false, null)),
            table(
                    "ticketType",
                    entry("2", "Incident", true, true, "INCIDENT"),
                    entry("4", "Change Request", true, true, "SERVICE_REQUEST"),
                    entry("9", "Audit", true, false, null)),
            table(
                    "issueType",
                    entry("10", "Printer & Scanner", true, false, "CREATE"),
                    entry("11", "Hardware", true, false, HARDWARE.toString()),
                    entry("12", "Old stuff", false, false, "CREATE"),
                    entry("13", "y".repeat(60), true, false, "CREATE"),
                    entry("14", "Nothing", true, false, "NO_CATEGORY")),
            table("subIssueType", entry("136", "Paper jam", true, false, null)),
            table(
                    "queueID",
                    entry("29682833", "Level I Support", true, false, null),
                    entry("9", "q".repeat(130), true, false, null)),
            table("source", entry("-1", "Client Portal", true, true, null), entry("-2", "Insourced", true, true, null)),
            table("ticketCategory", entry("3", "Standard", true, true, null)),
            table("serviceLevelAgreementID", entry("1", "Gold SLA", true, false, null)),
            table("rmaStatus", entry("2", "Sent", true, false, null))));

    private TicketMapping() {}

    static Ready<TicketFields> map(Payload payload) {
        return (Ready<TicketFields>) mapped(payload);
    }

    static Mapped<TicketFields> mapped(Payload payload) {
        return mapped(payload, Set.of(), Map.of());
    }

    static Ready<TicketFields> map(Payload payload, Lookup<?> table, List<?> rows) {
        return (Ready<TicketFields>) mapped(payload, Set.of(), Map.of(table.key(ID), rows));
    }

    static Ready<TicketFields> without(Payload payload, Lookup<?> unreadable, Map<Lookup.Key, List<?>> rows) {
        return (Ready<TicketFields>) mapped(payload, Set.of(unreadable.type()), rows);
    }

    private static Mapped<TicketFields> mapped(
            Payload payload, Set<EntityType> unreadable, Map<Lookup.Key, List<?>> rows) {
        Map<Lookup.Key, List<?>> answers = new HashMap<>(ROWS);
        AutotaskTicket ticket = payload.as(AutotaskTicket.class);
        TicketLookUps.of(ticket).forEach(key -> answers.putIfAbsent(key, List.of()));
        for (long number = 0; number < 1100; number++) {
            answers.put(
                    Tables.RESOURCES.key(CROWD + number), List.of(resource("Number", Long.toString(CROWD + number))));
            answers.put(TicketLookUps.TAGS.key(CROWD + number), List.of(new Tag("tag " + number)));
        }
        answers.put(Tables.RESOURCES.key(999), List.of());
        answers.put(TicketLookUps.TAGS.key(999), List.of());
        answers.putAll(rows);
        Map<SourceRef, Resolution> resolved = new HashMap<>(RESOLVED);
        for (long number = 0; number < 1100; number++) {
            resolved.put(ref("contacts", CROWD + number), new Resolution.Loaded(new TargetId(id(CROWD + number))));
        }
        return TicketMapper.map(ticket, new References(DICTIONARY, resolved, answers, unreadable));
    }

    static List<String> remarks(Ready<?> mapped) {
        return mapped.findings().stream()
                .map(finding -> "%s %s=%s -> %s"
                        .formatted(finding.reason(), finding.field(), finding.value(), finding.usedInstead()))
                .toList();
    }

    /** Why a record is skipped. */
    static String skipped(Mapped<?> mapped) {
        var reason = ((Skipped<?>) mapped).reason();
        return "%s %s=%s".formatted(reason.reason(), reason.field(), reason.value());
    }

    static UUID id(long number) {
        return new UUID(0x0190f3d200007000L, 0x8000000000000000L + number);
    }

    static SourceRef ref(String type, long id) {
        return new SourceRef(new EntityType(type), new SourceId(id));
    }

    private static Map.Entry<SourceRef, Resolution> loaded(String type, long id) {
        return Map.entry(ref(type, id), new Resolution.Loaded(new TargetId(id(id))));
    }

    private static Resource resource(String firstName, String lastName) {
        return new Resource(null, firstName, lastName, null, null, null);
    }

    static Entry entry(String value, String label, boolean active, boolean system, @Nullable String target) {
        return new Entry(value, label, active, system, target);
    }

    private static Map.Entry<String, Map<String, Entry>> table(String field, Entry... entries) {
        return Map.entry(
                "tickets." + field,
                Arrays.stream(entries).collect(Collectors.toMap(Entry::value, Function.identity())));
    }
}
