package app.ascent.journey;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A figure with its name, large, above what it tells of. */
public record Metric(String label, String value, @Nullable String note) implements Serializable {}
