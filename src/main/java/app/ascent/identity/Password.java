package app.ascent.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.text.Normalizer;

/** A password on its way from a form to its hash; it shows itself to nobody, so that it reaches no log and no page. */
public final class Password {

    private final String characters;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Password(String characters) {
        this.characters = characters;
    }

    /** Characters as people count them: an accent belongs to its letter, and no sign counts twice. */
    int length() {
        String composed = Normalizer.normalize(characters, Normalizer.Form.NFC);
        return composed.codePointCount(0, composed.length());
    }

    String reveal() {
        return characters;
    }

    @Override
    public String toString() {
        return "••••";
    }
}
