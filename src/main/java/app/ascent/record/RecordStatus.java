package app.ascent.record;

/** Whether people still work with a record; lists show active ones unless asked otherwise. */
public enum RecordStatus {
    ACTIVE,
    INACTIVE
}
