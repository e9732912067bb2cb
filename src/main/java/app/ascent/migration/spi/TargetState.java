package app.ascent.migration.spi;

/** An existing record of Ascent; {@code edited} when a person changed it since an import last wrote all its fields. */
public record TargetState(boolean edited) {}
