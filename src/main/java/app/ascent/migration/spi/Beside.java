package app.ascent.migration.spi;

/**
 * Where people are told that a record is not in Ascent.
 *
 * @param kind of the record that it would belong to, as its type calls it
 * @param owner the record that it would belong to
 * @param page the record on whose page that one is shown, or the same
 */
public record Beside(String kind, TargetId owner, TargetId page) {}
