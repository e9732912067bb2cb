package app.ascent.importing.field;

import org.jspecify.annotations.Nullable;

/** A row that is looked up for what it is called. */
public interface Named {

    /** What people call it, or null when nobody can tell. */
    @Nullable
    String label();
}
