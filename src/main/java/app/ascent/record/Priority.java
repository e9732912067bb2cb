package app.ascent.record;

/** How soon somebody should see to a piece of work. */
public enum Priority {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
