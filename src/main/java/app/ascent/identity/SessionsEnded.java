package app.ascent.identity;

import app.ascent.web.RequestOrigin;
import java.time.Instant;

/** Somebody ended sessions, of their own or of a member; those that end by themselves are not told. */
public record SessionsEnded(
        OrganizationId organization, UserId by, UserId user, int count, RequestOrigin origin, Instant at) {}
