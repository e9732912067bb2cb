package app.ascent.record.imports;

import app.ascent.record.Provenance;
import java.util.UUID;

/**
 * One record an import writes.
 *
 * @param fresh whether the record is created; an existing one keeps what an import cannot fill
 * @param details JSON object of original values, shown read-only under Source
 */
public record ImportedRecord<T>(UUID id, boolean fresh, Provenance provenance, T fields, String details) {}
