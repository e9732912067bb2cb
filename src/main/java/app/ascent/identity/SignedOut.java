package app.ascent.identity;

import app.ascent.web.RequestOrigin;
import java.time.Instant;

/** Somebody signed out; a session that merely ran out is not told. */
public record SignedOut(OrganizationId organization, UserId user, RequestOrigin origin, Instant at) {}
