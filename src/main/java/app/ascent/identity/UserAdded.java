package app.ascent.identity;

import app.ascent.web.RequestOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user was added; by nobody when the settings of the installation named the first Owner. */
public record UserAdded(
        OrganizationId organization, @Nullable UserId by, UserId user, Role role, RequestOrigin origin, Instant at) {}
