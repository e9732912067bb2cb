package app.ascent.record.search;

/** What of a record is exactly what was searched for. */
public enum Match {
    NUMBER,
    OLD_NUMBER,
    SERIAL_NUMBER,
    REFERENCE_NUMBER,
    SOURCE_ID
}
