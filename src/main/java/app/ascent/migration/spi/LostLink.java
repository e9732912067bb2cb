package app.ascent.migration.spi;

import org.jspecify.annotations.Nullable;

/**
 * Something a person chose for a record, beside its fields, that would give way to the source's choice.
 *
 * @param field the source's name for it
 * @param stands what people see there now
 * @param comes what they would see
 */
public record LostLink(
        SourceId record, TargetId target, String field, @Nullable String stands, @Nullable String comes) {}
