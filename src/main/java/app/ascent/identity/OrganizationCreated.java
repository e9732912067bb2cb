package app.ascent.identity;

import app.ascent.web.RequestOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An organization began; by its first Owner, or by nobody when the settings of the installation named it. */
public record OrganizationCreated(
        OrganizationId organization, String name, @Nullable UserId by, RequestOrigin origin, Instant at) {}
