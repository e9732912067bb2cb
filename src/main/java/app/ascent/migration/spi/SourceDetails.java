package app.ascent.migration.spi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a source record beside its mapped fields, read-only for people.
 *
 * @param originals source field name to original value or label, in order
 * @param userDefined name to value of user-defined fields, in order
 */
public record SourceDetails(Map<String, String> originals, Map<String, @Nullable String> userDefined) {}
