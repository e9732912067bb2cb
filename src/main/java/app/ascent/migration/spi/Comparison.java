package app.ascent.migration.spi;

/**
 * A remark that needs all records of a type: those with an equal key in {@link Mapped.Ready#keys()} are doubles.
 *
 * @param reason a remark that an entity type supplies
 * @param field the source field the remark names
 * @param sparesFirst whether the record with the lowest source id goes without the remark
 */
public record Comparison(Reason reason, String field, boolean sparesFirst) {}
