package app.ascent.record.table;

import org.jspecify.annotations.Nullable;

/**
 * What somebody entered and what is in order.
 *
 * @param beside what belongs to the record and is no field of it, since imports write it apart
 */
public record Checked<F extends Record, B extends @Nullable Object>(F fields, B beside) {}
