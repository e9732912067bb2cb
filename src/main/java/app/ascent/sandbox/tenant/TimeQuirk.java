package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** What is wrong with a time entry, or out of the ordinary. Each comes once, with ordinary ones in between. */
enum TimeQuirk {
    /** A meeting of the tenant's own. */
    FOR_NOBODY(row -> row.put("ticketID", null)
            .put("contractID", null)
            .put("internalBillingCodeID", 29_682_810)
            .put("billingCodeID", null)
            .put("roleID", null)
            .put("timeEntryType", 10)),
    TICKET_GONE(row -> row.put("ticketID", 29_600_030)),
    TASK_GONE(row -> row.put("ticketID", null).put("taskID", 29_600_023).put("timeEntryType", 6)),
    OF_BOTH,
    BY_ONE_WHO_LEFT(row -> row.put("resourceID", Resources.LEFT)),
    BY_ONE_WHO_IS_GONE(row -> row.put("resourceID", Resources.GONE)),
    HOURS_ZERO_WITH_TIMES(row -> row.put("hoursWorked", hours("0.0000"))),
    HOURS_ZERO_WITHOUT_TIMES(row ->
            row.put("hoursWorked", hours("0.0000")).put("startDateTime", null).put("endDateTime", null)),
    HOURS_MISSING(row -> row.put("hoursWorked", null)),
    HOURS_26(row -> row.put("hoursWorked", hours("26.0000"))),
    HOURS_NEGATIVE(row -> row.put("hoursWorked", hours("-0.5000"))),
    HOURS_OF_A_THIRD(row -> row.put("hoursWorked", hours("0.3333"))),
    TIMES_MISSING(row -> row.put("startDateTime", null).put("endDateTime", null)),
    OVER_MIDNIGHT(row -> row.put("dateWorked", Instant.parse("2025-03-11T00:00:00Z"))
            .put("startDateTime", Instant.parse("2025-03-11T22:30:00Z"))
            .put("endDateTime", Instant.parse("2025-03-12T01:00:00Z"))
            .put("hoursWorked", hours("2.5000"))),
    ENDS_BEFORE_IT_STARTS(row -> {
        if (row.get("startDateTime") instanceof Instant start) {
            row.put("endDateTime", start.minus(Duration.ofHours(1)));
        }
    }),
    DATE_MISSING(row -> row.put("dateWorked", null)),
    DATE_IN_YEAR_1(row -> row.put("dateWorked", Moments.DOTNET_ZERO)),
    BILLABLE_OR_NOT_UNSAID(row -> row.put("isNonBillable", null)),
    APPROVED_AND_NOT_POSTED(row -> row.put("billingApprovalDateTime", Instant.parse("2025-03-31T16:00:00Z"))
            .put("billingApprovalResourceID", Resources.OWNER)
            .put("billingApprovalLevelMostRecent", 1)),
    BILLED_BY_LESS(row -> row.put("offsetHours", hours("-0.2500"))),
    NOTES_INSIDE_ONLY(row -> row.put("summaryNotes", "").put("internalNotes", "Listened to the customer, mostly.")),
    NOTES_MISSING(row -> row.put("summaryNotes", " ").put("internalNotes", null)),
    NOTES_WITH_MARKUP(row -> row.put("summaryNotes", "<b>Done</b><script>alert(1)</script>\u0000")),
    NOTES_OF_32000_CHARACTERS(row -> row.put(
            "summaryNotes", "Looked, asked, tried again.\r\n".repeat(1_200).substring(0, 32_000))),
    CONTRACT_GONE(row -> row.put("contractID", 29_600_009)),
    WORK_TYPE_INACTIVE(row -> row.put("billingCodeID", 29_682_805)),
    WORK_TYPE_GONE(row -> row.put("billingCodeID", 29_600_040)),
    ROLE_INACTIVE(row -> row.put("roleID", 29_682_837)),
    ROLE_GONE(row -> row.put("roleID", 29_600_041)),
    NONE;

    private final Consumer<Row> spoils;

    TimeQuirk() {
        this(_ -> {});
    }

    TimeQuirk(Consumer<Row> spoils) {
        this.spoils = spoils;
    }

    private static BigDecimal hours(String hours) {
        return new BigDecimal(hours);
    }

    /** Among those that are on no invoice yet. */
    static TimeQuirk of(long entry) {
        long place = entry / TimeEntries.ROUND;
        return TimeEntries.isOpen(entry) && place < values().length ? values()[(int) place] : NONE;
    }

    void spoil(Row row) {
        spoils.accept(row);
    }
}
