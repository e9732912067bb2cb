package app.ascent.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;

/** A signed-in user as the session remembers it; the shell asks {@link SessionUsers} about it on each request. */
public interface SessionUser extends UserDetails {

    /** How this user's organization has times and dates written. */
    RegionalSettings regionalSettings();

    /** The page that this user must have done with before any other opens, or null. */
    @Nullable
    String firstTo();
}
