package app.ascent.identity;

import app.ascent.web.RequestOrigin;
import java.time.Instant;

/** An Owner decided whether the Owners of the organization must sign in in two steps. */
public record OwnersSecondFactorChanged(
        OrganizationId organization, String name, UserId by, boolean required, RequestOrigin origin, Instant at) {}
