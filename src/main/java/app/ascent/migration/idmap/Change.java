package app.ascent.migration.idmap;

import app.ascent.migration.spi.SourceId;
import app.ascent.migration.staging.Outcome;

/**
 * What an import changed in a record that was there before.
 *
 * @param before JSON object of the fields that were written, as they stood
 * @param after the same fields as they stand since
 */
public record Change(SourceId source, Outcome outcome, String before, String after) {}
