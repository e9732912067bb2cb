package app.ascent.sandbox.tenant;

import java.time.Instant;
import java.util.function.Consumer;

/** What is wrong with a project, or out of the ordinary. Each comes once, with ordinary projects in between. */
enum ProjectQuirk {
    TEMPLATE(type(Projects.TEMPLATE)),
    BASELINE(type(8)),
    PROPOSAL(type(2)),
    TYPE_CUSTOM(type(100)),
    TYPE_INACTIVE(type(101)),
    TYPE_WITHOUT_LABEL(type(57)),
    TYPE_MISSING(row -> row.put("projectType", null)),
    STATUS_CUSTOM(row -> row.put("status", 100).put("completedDateTime", null)),
    STATUS_CUSTOM_COMPLETED(
            row -> row.put("status", 100).put("completedDateTime", Instant.parse("2024-05-17T15:20:00Z"))),
    STATUS_INACTIVE_VALUE(row -> row.put("status", 101)),
    STATUS_WITHOUT_LABEL(row -> row.put("status", 57)),
    STATUS_MISSING(row -> row.put("status", null)),
    STATUS_IN_WORDS(row -> row.put("statusDetail", "Waits for the landlord.\r\nAsk again in spring.")),
    DONE_TO_130_PERCENT(row -> row.put("completedPercentage", 130)),
    DONE_TO_LESS_THAN_NOTHING(row -> row.put("completedPercentage", -5)),
    ENDS_BEFORE_IT_STARTS(row -> row.put("endDateTime", Instant.parse("2019-01-01T00:00:00Z"))),
    STARTED_IN_1899(row -> row.put("startDateTime", Moments.OLE_ZERO)),
    ENDS_IN_YEAR_9999(row -> row.put("endDateTime", Moments.END_OF_TIME)),
    COMPANY_GONE(row -> row.put("companyID", 29_600_007)),
    LEAD_LEFT(row -> row.put("projectLeadResourceID", Resources.LEFT)),
    LEAD_GONE(row -> row.put("projectLeadResourceID", Resources.GONE)),
    CONTRACT_GONE(row -> row.put("contractID", 29_600_009)),
    NAME_BLANK(row -> row.put("projectName", "  ")),
    NAME_WITH_NUL(row -> row.put("projectName", "Server\u0000 move \u0007")),
    NAME_WITH_MARKUP(row -> row.put("projectName", "Office <b>365</b> <script>alert(1)</script>")),
    NAME_RIGHT_TO_LEFT(row -> row.put("projectName", "מעבר משרד / \u202eOffice move")),
    DESCRIPTION_OF_8000_CHARACTERS(row -> row.put(
            "description",
            "As agreed last year.\r\nSee the offer.\r\n".repeat(250).substring(0, 8_000))),
    /** In a field the tenant has added, that this user may not read: see {@link Projects}. */
    USER_VALUE_PROTECTED,
    NONE;

    private final Consumer<Row> spoils;

    ProjectQuirk() {
        this(_ -> {});
    }

    ProjectQuirk(Consumer<Row> spoils) {
        this.spoils = spoils;
    }

    private static Consumer<Row> type(long type) {
        return row -> row.put("projectType", type);
    }

    void spoil(Row row) {
        spoils.accept(row);
    }
}
