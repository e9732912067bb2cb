package app.ascent.journey.connect;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the last passed test of this session counted, so that the page after creation can show what will be imported
 * without asking Autotask once more.
 */
public record Tested(long database, Instant at, Map<String, Long> counts, long calls, long minutes)
        implements Serializable {

    private static final String ATTRIBUTE = "autotask-tested";

    public void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** What was counted of this database; null where this session tested none, or another one. */
    public static @Nullable Tested of(long database, HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Tested tested && tested.database() == database
                ? tested
                : null;
    }
}
