package app.ascent.record;

/**
 * Where a part of an imported record came from: unique within an organization.
 *
 * @param id with the source's kind of record where parts of one kind are read from several: {@code ContractServices:12}
 */
public record PartSource(String system, long database, String id) {}
