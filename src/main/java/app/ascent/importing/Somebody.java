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
 * @param work what of that is theirs to do, and was done by them
 * @param waits whether what was decided, or whom they are found to be, has changed since the latest run began
 */
public record Somebody(
        Person person, Recognized recognized, @Nullable Map<String, Long> byType, Work work, boolean waits) {

    /**
     * What the latest run found of their work in Autotask; nothing before it.
     *
     * @param tickets that they have
     * @param open those of them that go on
     * @param minutes that they worked
     */
    public record Work(long tickets, long open, long minutes) {

        /** What these are called where they are counted. */
        public static final String TICKETS = "tickets";

        public static final String OPEN = "open";
        public static final String MINUTES = "minutes";

        static Work of(Map<String, Long> measures) {
            return new Work(
                    measures.getOrDefault(TICKETS, 0L),
                    measures.getOrDefault(OPEN, 0L),
                    measures.getOrDefault(MINUTES, 0L));
        }
    }

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
