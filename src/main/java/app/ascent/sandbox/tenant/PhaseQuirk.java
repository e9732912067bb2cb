package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Consumer;

/** What is wrong with a phase, or out of the ordinary. Each comes once, at the beginning of a project. */
enum PhaseQuirk {
    PARENT_LATER,
    PARENT_CIRCLE,
    PARENT_OF_ANOTHER_PROJECT,
    OWN_PARENT(row -> row.put("parentPhaseID", row.id())),
    PARENT_GONE(row -> row.put("parentPhaseID", 29_600_021)),
    PROJECT_GONE(row -> row.put("projectID", 29_600_022)),
    TITLE_BLANK(row -> row.put("title", " ")),
    DUE_BEFORE_IT_STARTS(row -> row.put("dueDate", Instant.parse("2019-01-01T00:00:00Z"))),
    HOURS_NEGATIVE(row -> row.put("estimatedHours", new BigDecimal("-4.0000"))),
    /** Words where a number belongs, as a bad integration left them. */
    HOURS_UNREADABLE(row -> row.put("estimatedHours", new RawJson("\"about two days\""))),
    NONE;

    private final Consumer<Row> spoils;

    PhaseQuirk() {
        this(_ -> {});
    }

    PhaseQuirk(Consumer<Row> spoils) {
        this.spoils = spoils;
    }

    void spoil(Row row) {
        spoils.accept(row);
    }
}
