package app.ascent.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member of an organization as lists and forms show it. */
public record Member(
        UserId id,
        String name,
        String email,
        Role role,
        UserStatus status,
        boolean secondFactor,
        @Nullable Instant lastLoginAt,
        Instant createdAt) {

    /** What an e-mail address looks like, as far as anybody can tell without sending one. */
    public static final String EMAIL = "[^\\s\\p{Z}\\p{C}@]+@[^\\s\\p{Z}\\p{C}@]+";

    /** A name on one line. */
    public static final String PRINTABLE = "\\P{Cntrl}*";
}
