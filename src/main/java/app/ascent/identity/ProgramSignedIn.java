package app.ascent.identity;

import app.ascent.web.RequestOrigin;
import java.time.Instant;

/** A program named its user with HTTP Basic; it does so with each of its calls. */
public record ProgramSignedIn(OrganizationId organization, UserId user, RequestOrigin origin, Instant at) {}
