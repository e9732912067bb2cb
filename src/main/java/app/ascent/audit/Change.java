package app.ascent.audit;

import org.jspecify.annotations.Nullable;

/** One fact of an audit entry: what a field was and what it is now; without {@code before}, simply what was said. */
public record Change(String field, @Nullable String before, @Nullable String after) {}
