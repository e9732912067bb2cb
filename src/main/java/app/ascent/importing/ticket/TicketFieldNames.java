package app.ascent.importing.ticket;

import java.util.Map;
import java.util.Set;

/** Autotask's names for the fields of a ticket, for remarks about an edit that was kept; others have the same name. */
final class TicketFieldNames {

    /** What stands in rows of its own, by the words the Source card has for it. */
    static final String PEOPLE = "secondaryResources";

    static final String CONTACTS = "additionalContacts";
    static final String ASSETS = "additionalConfigurationItems";
    static final String TAGS = "tags";
    static final String CHECKLIST = "checklistItems";

    private static final Map<String, String> BY_TICKET_FIELD = Map.ofEntries(
            Map.entry("subject", "title"),
            Map.entry("sourceNumber", "ticketNumber"),
            Map.entry("clientId", "companyID"),
            Map.entry("contactId", "contactID"),
            Map.entry("statusId", TicketStatusRule.FIELD),
            Map.entry("closed", TicketStatusRule.FIELD),
            Map.entry("type", "ticketType"),
            Map.entry("categoryId", IssueTypes.FIELD),
            Map.entry("queue", "queueID"),
            Map.entry("assigneeId", TicketMapper.ASSIGNEE),
            Map.entry("assigneeName", TicketMapper.ASSIGNEE),
            Map.entry("people", PEOPLE),
            Map.entry("dueAt", "dueDateTime"),
            Map.entry("openedAt", TicketTimes.OPENED),
            Map.entry("firstResponseAt", "firstResponseDateTime"),
            Map.entry("resolvedAt", "resolvedDateTime"),
            Map.entry("closedAt", TicketTimes.COMPLETED),
            Map.entry("lastActivityAt", TicketTimes.LAST_ACTIVITY),
            Map.entry("contractId", "contractID"),
            Map.entry("assetId", "configurationItemID"),
            Map.entry("projectId", "projectID"),
            Map.entry("contactIds", CONTACTS),
            Map.entry("assetIds", ASSETS),
            Map.entry("checklist", CHECKLIST));

    private TicketFieldNames() {}

    /** All that a field is made of; the number is Ascent's own, and lists stand in rows of theirs. */
    static Set<String> allOf(String ticketField) {
        return switch (ticketField) {
            case "number" -> Set.of();
            case "statusId", "closed" -> Set.of(TicketStatusRule.FIELD, TicketTimes.COMPLETED);
            case "closedAt" -> Set.of(TicketTimes.COMPLETED, TicketStatusRule.FIELD);
            case "people", "contactIds", "assetIds", "tags", "checklist" -> Set.of("id");
            default -> Set.of(of(ticketField));
        };
    }

    static String of(String ticketField) {
        return BY_TICKET_FIELD.getOrDefault(ticketField, ticketField);
    }
}
