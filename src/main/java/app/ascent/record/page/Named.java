package app.ascent.record.page;

import java.util.UUID;

/** A record to link to. */
public record Named(UUID id, String name) {}
