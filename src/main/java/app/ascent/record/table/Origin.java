package app.ascent.record.table;

/** Where a record came from, as lists filter it. */
public enum Origin {
    IMPORTED("source_system is not null"),
    ASCENT("source_system is null");

    private final String condition;

    Origin(String condition) {
        this.condition = condition;
    }

    public String condition() {
        return condition;
    }
}
