package app.ascent.importing.time;

import java.util.Map;
import java.util.Set;

/** Autotask's names for the fields of a time entry, for remarks about an edit that was kept; others have the same name. */
final class TimeFieldNames {

    private static final Map<String, String> BY_TIME_FIELD = Map.ofEntries(
            Map.entry("date", "dateWorked"),
            Map.entry("startAt", "startDateTime"),
            Map.entry("endAt", "endDateTime"),
            Map.entry("minutes", "hoursWorked"),
            Map.entry("billableMinutes", "hoursToBill"),
            Map.entry("description", "summaryNotes"),
            Map.entry("internalNote", "internalNotes"),
            Map.entry("ticketId", "ticketID"),
            Map.entry("taskId", "taskID"),
            Map.entry("contractId", "contractID"),
            Map.entry("userId", TimeEntryMapper.RESOURCE),
            Map.entry("userName", TimeEntryMapper.RESOURCE),
            Map.entry("billable", "isNonBillable"),
            Map.entry("billingState", Billing.ITEMS),
            Map.entry("rate", Billing.RATE),
            Map.entry("invoiceNumber", Billing.INVOICE),
            Map.entry("workType", TimeEntryMapper.WORK_TYPE),
            Map.entry("role", TimeEntryMapper.ROLE));

    private TimeFieldNames() {}

    /**
     * All that a field is made of. Whose client and project it is follows from the work item; what was posted and invoiced stands in
     * rows that name the entry by its id.
     */
    static Set<String> allOf(String timeField) {
        return switch (timeField) {
            case "clientId", "projectId" -> Set.of();
            case "date" -> Set.of("dateWorked", "startDateTime", "endDateTime", "createDateTime");
            case "minutes" -> Set.of("hoursWorked", "startDateTime", "endDateTime");
            case "billableMinutes" -> Set.of("hoursToBill", "offsetHours");
            case "ticketId", "taskId" -> Set.of("ticketID", "taskID");
            case "billingState", "rate", "invoiceNumber" -> Set.of("id");
            default -> Set.of(of(timeField));
        };
    }

    static String of(String timeField) {
        return BY_TIME_FIELD.getOrDefault(timeField, timeField);
    }
}
