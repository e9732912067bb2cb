package app.ascent.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When and from where a session was begun, as it remembers by itself.
 *
 * @param id names the session in pages and addresses; its own id opens it and is shown to nobody
 */
public record SessionStart(UUID id, Instant at, RequestOrigin origin) implements Serializable {

    /** The attribute of the session that holds it. */
    public static final String ATTRIBUTE = "ascent.session-start";

    /** However busy it is, after this time a session ends, and its user signs in again. */
    public static final Duration LONGEST = Duration.ofHours(12);

    static void note(HttpSession session, Instant now) {
        session.setAttribute(ATTRIBUTE, new SessionStart(UUID.randomUUID(), now, RequestOrigin.current()));
    }

    /** Whether a session has lasted too long; one of an earlier release counts from when it was made. */
    static boolean isOver(HttpSession session, Instant now) {
        return session.getAttribute(ATTRIBUTE) instanceof SessionStart start
                ? start.isOver(now)
                : isOver(Instant.ofEpochMilli(session.getCreationTime()), now);
    }

    public boolean isOver(Instant now) {
        return isOver(at, now);
    }

    private static boolean isOver(Instant begun, Instant now) {
        return !begun.plus(LONGEST).isAfter(now);
    }

    /** The session that a request belongs to, by the id that opens it; null for a program. */
    public static @Nullable String key(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getId();
    }
}
