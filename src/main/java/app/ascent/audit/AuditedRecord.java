package app.ascent.audit;

import org.jspecify.annotations.Nullable;

/** The record an audit entry is about: its type as people call it ("Client"), its id and its name when known. */
public record AuditedRecord(String type, @Nullable String id, @Nullable String name) {}
