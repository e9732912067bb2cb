package app.ascent.identity;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody whose password was right and whose code is still to come. It stands in a session that is nobody's yet, and opens
 * nothing.
 *
 * @param sessionVersion of the user; a password that was replaced meanwhile counts no more
 */
public record PendingSignIn(UUID user, int sessionVersion, Instant at) implements Serializable {

    /** The attribute of the session that holds it. */
    public static final String ATTRIBUTE = "ascent.pending-sign-in";

    private static final Duration VALID = Duration.ofMinutes(10);

    boolean isOver(Instant now) {
        return !at.plus(VALID).isAfter(now);
    }
}
