package app.ascent.crm;

/** Where a record came from, as lists filter it. */
public enum Origin {
    IMPORTED("source_system is not null"),
    ASCENT("source_system is null");

    private final String condition;

    Origin(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
