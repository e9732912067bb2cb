package app.ascent.web;

import org.jspecify.annotations.Nullable;

/** Tells the shell, which knows no users, what has become of one that has a session. */
public interface SessionUsers {

    /** The user as the database has it now, or null when the session must end. */
    @Nullable
    SessionUser current(SessionUser remembered);
}
