package app.ascent.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.charset.StandardCharsets;

/** A password on its way from a form to its hash; it shows itself to nobody, so that it reaches no log and no page. */
public final class Password {

    /** Staff passwords, as the security policy of Ascent has it. */
    public static final int MINIMUM_LENGTH = 12;

    /** What bcrypt reads; longer ones would be cut down without a word. */
    private static final int MAXIMUM_BYTES = 72;

    private final String characters;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Password(String characters) {
        this.characters = characters;
    }

    /** May this one be chosen? */
    public boolean isTooShort() {
        return characters.codePointCount(0, characters.length()) < MINIMUM_LENGTH;
    }

    public boolean isTooLong() {
        return characters.getBytes(StandardCharsets.UTF_8).length > MAXIMUM_BYTES;
    }

    public boolean equalTo(Password other) {
        return characters.equals(other.characters);
    }

    String reveal() {
        return characters;
    }

    @Override
    public String toString() {
        return "••••";
    }
}
