package app.ascent.sandbox.tenant;

import java.util.function.Consumer;

/**
 * What is wrong with a note, or out of the ordinary. Each comes once among the notes of projects and once among those
 * of tasks, with ordinary notes in between.
 */
enum NoteQuirk {
    /** What a pasted picture leaves. */
    TEXT_EMPTY(row -> row.put("description", "")),
    /** As long as the pages of Autotask let it grow; in a task alone, for one is enough. */
    TEXT_OF_900_000_CHARACTERS(row -> row.put(
            "description",
            "2026-03-04 10:15 eth0 link is down\r\n".repeat(25_000).substring(0, 900_000))),
    TEXT_WITH_NUL(row -> row.put("description", "Copied from\u0000 the console \u0007\u001b[0m")),
    TEXT_WITH_MARKUP(
            row -> row.put("description", "<p>Done.</p><script>alert(1)</script><img src=x onerror=alert(1)>")),
    TEXT_RIGHT_TO_LEFT(row -> row.put("description", "הלקוח אישר / \u202eApproved by the customer")),
    PUBLISHED_TO_NOBODY_KNOWN(row -> row.put("publish", 57)),
    PUBLISH_MISSING(row -> row.put("publish", null)),
    OF_A_WORKFLOW(type(13)),
    OF_A_WORKFLOW_ACTION(type(16)),
    OF_A_MERGE(type(15)),
    OF_A_SURVEY(type(17)),
    OF_THE_PORTAL(type(18)),
    OF_TASKFIRE(type(19)),
    OF_THE_MONITORING(type(91)),
    OF_AN_ALERT(type(99)),
    OF_THE_BACKUP(type(100)),
    OF_THE_MAIL(type(101)),
    TYPE_CUSTOM(type(200)),
    TYPE_INACTIVE(type(201)),
    TYPE_WITHOUT_LABEL(type(57)),
    TYPE_MISSING(row -> row.put("noteType", null)),
    TITLE_REPEATS_THE_TEXT(row -> row.put("description", "The customer asks for a later date. Moved to May.")
            .put("title", "The customer asks for a later date.")),
    TITLE_BLANK(row -> row.put("title", "  ")),
    BY_ONE_WHO_LEFT(row -> row.put("creatorResourceID", Resources.LEFT).put("createdByContactID", null)),
    BY_ONE_WHO_IS_GONE(row -> row.put("creatorResourceID", Resources.GONE).put("createdByContactID", null)),
    BY_A_CONTACT_WHO_IS_GONE(row -> row.put("creatorResourceID", null).put("createdByContactID", 30_600_001)),
    BY_NOBODY(row -> row.put("creatorResourceID", null).put("createdByContactID", null)),
    CREATED_AT_NO_TIME(row -> row.put("createDateTime", null)),
    CREATED_IN_YEAR_9999(row -> row.put("createDateTime", Moments.END_OF_TIME)),
    /** The project or the task: see {@link Notes}. */
    OWNER_GONE,
    NONE;

    private final Consumer<Row> spoils;

    NoteQuirk() {
        this(_ -> {});
    }

    NoteQuirk(Consumer<Row> spoils) {
        this.spoils = spoils;
    }

    private static Consumer<Row> type(long type) {
        return row -> row.put("noteType", type);
    }

    void spoil(Row row) {
        spoils.accept(row);
    }
}
