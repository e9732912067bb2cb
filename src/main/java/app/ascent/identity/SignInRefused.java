package app.ascent.identity;

import app.ascent.web.RequestOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody did not know what proves who they are: at sign-in, at a page or with HTTP Basic, or when asked once more.
 *
 * @param email as it was typed; perhaps nobody's
 * @param organization of the user who has that address, or null
 * @param lockedNow whether this very try locked the place it came from
 */
public record SignInRefused(
        String email,
        @Nullable OrganizationId organization,
        @Nullable UserId user,
        Reason reason,
        boolean lockedNow,
        RequestOrigin origin,
        Instant at) {

    /** Why, as the log may tell it; whoever tried is told less. */
    public enum Reason {
        UNKNOWN_USER,
        WRONG_PASSWORD,
        DEACTIVATED,
        LOCKED,
        WRONG_CODE,
        SECOND_FACTOR_NEEDED,
        TOKEN_ENDED,
        /** In an open session, before something is changed that guards the account. */
        WRONG_PRESENT_PASSWORD,
        WRONG_PRESENT_CODE,
        WRONG_RECOVERY_CODE,
        WRONG_SETUP_CODE
    }
}
