package app.ascent.identity;

import java.util.Locale;

/** Why a password cannot be chosen. */
public enum Weakness {
    TOO_SHORT,
    TOO_LONG,
    COMMON,
    REPEATED,
    SEQUENCE,
    PERSONAL,

    /** Whoever changes their own password is told; of another person's nobody learns whether they guessed it. */
    UNCHANGED;

    /** As programs read it, and as the texts of pages are found by it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
