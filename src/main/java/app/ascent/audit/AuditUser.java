package app.ascent.audit;

import app.ascent.identity.UserId;

/** Who did it, by the name the user has today. */
public record AuditUser(UserId id, String name, String email) {}
