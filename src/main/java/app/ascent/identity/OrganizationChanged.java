package app.ascent.identity;

import app.ascent.web.RequestOrigin;
import java.time.Instant;

/** Somebody changed the settings of their organization. */
public record OrganizationChanged(
        OrganizationId organization,
        UserId by,
        OrganizationSettings before,
        OrganizationSettings after,
        RequestOrigin origin,
        Instant at) {}
