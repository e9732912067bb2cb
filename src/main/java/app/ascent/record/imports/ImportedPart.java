package app.ascent.record.imports;

import app.ascent.record.PartSource;
import java.util.UUID;

/**
 * One part an import writes.
 *
 * @param fresh whether it is created
 * @param details JSON object of what the source had beside the mapped fields
 */
public record ImportedPart<F>(UUID id, boolean fresh, PartSource source, F fields, String details) {}
