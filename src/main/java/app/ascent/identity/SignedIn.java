package app.ascent.identity;

import app.ascent.web.RequestOrigin;
import java.time.Instant;

/** Somebody signed in to a session; calls with HTTP Basic are not told one by one. */
public record SignedIn(OrganizationId organization, UserId user, RequestOrigin origin, Instant at) {}
