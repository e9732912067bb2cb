package app.ascent.importing.people;

import app.ascent.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is in Ascent, as a person decided.
 *
 * @param user for {@link Target#USER} alone
 * @param at when that was
 */
public record PersonChoice(Target target, @Nullable UserId user, Instant at) {

    /** What a person of Autotask becomes. */
    public enum Target {
        USER,
        NAME,
        /** Left to Ascent. */
        UNDECIDED
    }
}
