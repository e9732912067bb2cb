package app.ascent.identity;

import app.ascent.web.RequestOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One property of a user changed; of a password nothing is told but that it changed. */
public record UserChanged(
        OrganizationId organization,
        UserId by,
        UserId user,
        Property property,
        @Nullable String before,
        @Nullable String after,
        RequestOrigin origin,
        Instant at) {

    /** What can change of a user. */
    public enum Property {
        ROLE,
        STATUS,
        PASSWORD
    }
}
