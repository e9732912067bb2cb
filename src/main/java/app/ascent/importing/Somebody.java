package app.ascent.importing;

import app.ascent.identity.UserId;
import app.ascent.importing.people.Person;
import app.ascent.importing.people.PersonChoice.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of Autotask, and who that is in Ascent.
 *
 * @param byType how many records look them up, by type; null before the first run
 * @param waits whether what was decided has changed since the latest run began
 */
public record Somebody(Person person, Recognized recognized, @Nullable Map<String, Long> byType, boolean waits) {

    /**
     * Who it is.
     *
     * @param target what the next run makes of them
     * @param chosen whether a person decided that
     * @param user whom they are, or whom they seem to be: see {@code why}
     */
    public record Recognized(
            Target target, boolean chosen, Why why, @Nullable UserId user, @Nullable String userName) {}

    /** What there is to be said of a decision, or of there being none. */
    public enum Why {
        CHOSEN,
        /** The member who was chosen is active no more. */
        STALE,
        SAME_EMAIL,
        LEFT,
        /** Some member has the same name, and another address. */
        SAME_NAME,
        /** The member of that address is not active. */
        INACTIVE_MEMBER,
        INTEGRATION,
        SHARED,
        NO_EMAIL,
        NO_MEMBER
    }

    public boolean open() {
        return recognized.target() == Target.UNDECIDED;
    }

    public long records() {
        return byType == null
                ? 0
                : byType.values().stream().mapToLong(Long::longValue).sum();
    }
}
