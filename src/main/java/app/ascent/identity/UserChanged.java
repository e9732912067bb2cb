package app.ascent.identity;

import app.ascent.web.RequestOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One property of a user changed; of a password nothing is told but that it changed. Nobody did it who recovered. */
public record UserChanged(
        OrganizationId organization,
        @Nullable UserId by,
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
        PASSWORD,
        /** A new password by a code from the log, when nobody could sign in. */
        RECOVERY,
        SECOND_FACTOR,
        RECOVERY_CODES,
        API_TOKEN
    }
}
