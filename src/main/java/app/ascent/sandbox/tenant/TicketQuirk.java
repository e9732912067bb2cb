package app.ascent.sandbox.tenant;

import java.time.Instant;
import java.util.function.Consumer;

/** What is wrong with a ticket, or out of the ordinary. Each comes once, with ordinary tickets in between. */
enum TicketQuirk {
    OWN_COMPANY(row -> row.put("companyID", 0)
            .put("contactID", null)
            .put("contractID", null)
            .put("configurationItemID", null)
            .put("projectID", null)
            .put("title", "Tidy the stock room")),
    COMPANY_GONE(row -> row.put("companyID", 29_600_007)),
    CONTACT_OF_ANOTHER_COMPANY,
    CONTACT_GONE(row -> row.put("contactID", 30_600_001)),
    STATUS_WITHOUT_LABEL(row -> row.put("status", 57)),
    STATUS_INACTIVE_VALUE(row -> row.put("status", 101)),
    STATUS_CUSTOM(row -> row.put("status", 102).put("completedDate", null)),
    STATUS_CUSTOM_COMPLETED(row -> row.put("status", 102).put("completedDate", Instant.parse("2025-02-03T14:05:00Z"))),
    STATUS_IN_GERMAN(row -> row.put("status", 100).put("completedDate", null)),
    STATUS_MISSING(row -> row.put("status", null)),
    COMPLETED_WITHOUT_DATE(row -> row.put("status", Tickets.COMPLETE).put("completedDate", null)),
    PRIORITY_NUMBERED(row -> row.put("priority", 100)),
    PRIORITY_INACTIVE(row -> row.put("priority", 101)),
    PRIORITY_WITHOUT_LABEL(row -> row.put("priority", 57)),
    PRIORITY_MISSING(row -> row.put("priority", null)),
    TYPE_WITHOUT_LABEL(row -> row.put("ticketType", 57)),
    TYPE_MISSING(row -> row.put("ticketType", null)),
    SOURCE_INSOURCED(row -> row.put("source", -2)),
    SOURCE_WITHOUT_LABEL(row -> row.put("source", 57)),
    ISSUE_INACTIVE(row -> row.put("issueType", 18).put("subIssueType", 152)),
    SUB_ISSUE_OF_ANOTHER_ISSUE(row -> row.put("issueType", 12).put("subIssueType", 136)),
    QUEUE_WITH_A_LONG_NAME(row -> row.put("queueID", 29_683_390)),
    QUEUE_WITHOUT_LABEL(row -> row.put("queueID", 57)),
    NUMBER_TWICE,
    NUMBER_OF_A_RECURRING_ONE(row -> row.put("ticketNumber", row.get("ticketNumber") + ".001")),
    PROBLEM_CIRCLE,
    OWN_PROBLEM(row -> row.put("problemTicketId", row.id())),
    PROBLEM_GONE(row -> row.put("problemTicketId", 29_600_031)),
    PROBLEM_LATER,
    TITLE_BLANK(row -> row.put("title", " \t")),
    TITLE_OF_255_CHARACTERS(row -> row.put("title", "Fwd: Re: ".repeat(30).substring(0, 255))),
    TEXT_WITH_NUL(row -> row.put("description", "Copied from\u0000 the alert \u0007\u001b[31m")),
    TEXT_WITH_EMOJI(row -> row.put("description", "It works! \uD83D\uDE80\uD83D\uDC4D\uD83C\uDFFD Grüße aus Köln")),
    TEXT_WITH_MARKUP(row -> row.put("description", "<p>See</p><script>alert(1)</script><img src=x onerror=alert(1)>")),
    TEXT_RIGHT_TO_LEFT(row -> row.put("description", "המדפסת לא עובדת / \u202eThe printer does not work")),
    /** As releases before 2021 wrote it. */
    DUE_WITHOUT_ZONE(row -> row.put("dueDateTime", new RawJson("\"2025-06-02T09:30:00\""))),
    DUE_BEFORE_IT_WAS_CREATED(row -> row.put("dueDateTime", Instant.parse("2019-01-01T00:00:00Z"))),
    DUE_IN_YEAR_9999(row -> row.put("dueDateTime", Moments.END_OF_TIME)),
    ANSWERED_IN_YEAR_1(row -> row.put("firstResponseDateTime", Moments.DOTNET_ZERO)),
    CREATED_AT_NO_TIME(row -> row.put("createDate", null)),
    DEVICE_OF_ANOTHER_COMPANY,
    DEVICE_GONE(row -> row.put("configurationItemID", 29_600_011)),
    CONTRACT_OF_ANOTHER_COMPANY,
    CONTRACT_GONE(row -> row.put("contractID", 29_600_009)),
    PROJECT_OF_ANOTHER_COMPANY,
    PROJECT_GONE(row -> row.put("projectID", 29_600_022)),
    ASSIGNED_TO_ONE_WHO_LEFT(row -> row.put("assignedResourceID", Resources.LEFT)),
    ASSIGNED_TO_NOBODY_KNOWN(row -> row.put("assignedResourceID", Resources.GONE)),
    RESOLUTION_OF_32000_CHARACTERS(row -> row.put(
            "resolution", "10:15 replaced, 10:20 tested\r\n".repeat(1_100).substring(0, 32_000))),
    NONE;

    private static final int APART = 4;

    private final Consumer<Row> spoils;

    TicketQuirk() {
        this(_ -> {});
    }

    TicketQuirk(Consumer<Row> spoils) {
        this.spoils = spoils;
    }

    static TicketQuirk of(long ticket) {
        long place = ticket / APART;
        return ticket >= 0 && ticket % APART == APART - 2 && place < values().length ? values()[(int) place] : NONE;
    }

    void spoil(Row row) {
        spoils.accept(row);
    }
}
