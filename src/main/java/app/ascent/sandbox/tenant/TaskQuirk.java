package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Consumer;

/** What is wrong with a task, or out of the ordinary. Each comes once, with ordinary tasks in between. */
enum TaskQuirk {
    PROJECT_GONE(row -> row.put("projectID", 29_600_022).put("phaseID", null)),
    PHASE_GONE(row -> row.put("phaseID", 29_600_021)),
    STATUS_CUSTOM(row -> row.put("status", 100)),
    STATUS_INACTIVE_VALUE(row -> row.put("status", 101)),
    STATUS_WITHOUT_LABEL(row -> row.put("status", 57)),
    STATUS_MISSING(row -> row.put("status", null)),
    COMPLETED_WITHOUT_DATE(row -> row.put("status", Projects.COMPLETE)
            .put("completedDateTime", null)
            .put("remainingHours", Contracts.money(0))),
    PHASE_OF_ANOTHER_PROJECT,
    PRIORITY_CUSTOM(row -> row.put("priorityLabel", 100)),
    PRIORITY_INACTIVE(row -> row.put("priorityLabel", 101)),
    PRIORITY_WITHOUT_LABEL(row -> row.put("priorityLabel", 57)),
    PRIORITY_MISSING(row -> row.put("priorityLabel", null)),
    TYPE_MISSING(row -> row.put("taskType", null)),
    CATEGORY_INACTIVE(row -> row.put("taskCategoryID", 3)),
    TITLE_BLANK(row -> row.put("title", "\t ")),
    TITLE_WITH_NUL(row -> row.put("title", "Copy\u0000 folders \u0007")),
    ENDS_BEFORE_IT_STARTS(row -> row.put("endDateTime", Instant.parse("2019-01-01T00:00:00Z"))),
    REMAINING_HOURS_MISSING(row -> row.put("remainingHours", null)),
    HOURS_NEGATIVE(row -> row.put("estimatedHours", new BigDecimal("-2.0000"))),
    ASSIGNED_TO_ONE_WHO_LEFT(row -> row.put("assignedResourceID", Resources.LEFT)),
    ASSIGNED_TO_NOBODY_KNOWN(row -> row.put("assignedResourceID", Resources.GONE)),
    /** By the owner, an engineer, one who has left and one who is gone. */
    HELPED_BY_MANY,
    HELPED_BY_THE_ASSIGNED(row -> row.put("assignedResourceID", Resources.OWNER)),
    /** By the same one. */
    HELPED_TWICE,
    AFTER_ONE_THAT_COMES_LATER,
    AFTER_ITSELF,
    AFTER_ONE_THAT_IS_GONE,
    AFTER_ONE_THAT_IS_AFTER_IT,
    AFTER_ONE_OF_ANOTHER_PROJECT,
    AFTER_THE_SAME_TWICE,
    AFTER_SOME_DAYS,
    NONE;

    private final Consumer<Row> spoils;

    TaskQuirk() {
        this(_ -> {});
    }

    TaskQuirk(Consumer<Row> spoils) {
        this.spoils = spoils;
    }

    void spoil(Row row) {
        spoils.accept(row);
    }
}
