package app.ascent.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an imported record keeps of its source beside its fields, whatever becomes of the migration that brought it.
 *
 * @param details JSON of what the source had beside the mapped fields
 * @param firstImport when an import first created it or took it over; null where that was long ago and nobody knows
 */
public record SourceTrace(String details, @Nullable Instant firstImport) {}
