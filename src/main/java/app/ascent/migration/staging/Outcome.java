package app.ascent.migration.staging;

/** What loading a record did to Ascent. */
public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    LINKED
}
