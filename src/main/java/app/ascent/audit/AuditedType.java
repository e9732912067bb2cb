package app.ascent.audit;

/**
 * A type of record that there are entries of, for the log to be narrowed to; each module contributes its own as beans. Two with
 * one name are refused at start-up.
 *
 * @param name as {@link AuditedRecord} has it
 * @param order place in the whole list, ascending
 */
public record AuditedType(String name, int order) {}
