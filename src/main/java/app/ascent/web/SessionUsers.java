package app.ascent.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** Tells the shell, which knows no users, what has become of one that has a session. */
public interface SessionUsers {

    /** The sign-in with the user as the database has it now, or null when the session must end. */
    @Nullable
    UsernamePasswordAuthenticationToken current(SessionUser remembered);
}
