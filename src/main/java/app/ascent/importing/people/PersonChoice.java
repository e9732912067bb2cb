package app.ascent.importing.people;

import app.ascent.identity.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is in Ascent, as a person decided.
 *
 * @param user for {@link Target#USER} alone
 * @param waits whether the latest run began with something else
 */
public record PersonChoice(Target target, @Nullable UserId user, boolean waits) {

    /** What a person of Autotask becomes. */
    public enum Target {
        USER,
        NAME,
        /** Left to Ascent. */
        UNDECIDED
    }
}
