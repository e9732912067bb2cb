package app.ascent.record.imports;

import java.util.Set;
import java.util.UUID;

/**
 * A record in which an import took a person's work away, for its activity.
 *
 * @param fields those that are lost
 */
public record Overwritten<F>(UUID id, F before, F after, Set<String> fields) {}
