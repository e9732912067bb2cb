package app.ascent.identity;

import app.ascent.web.SessionUser;
import app.ascent.web.SessionUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides on each request whether a session may go on, and with which role. */
@Component
class OpenSessions implements SessionUsers {

    private final UserRows users;
    private final Authorities authorities;

    OpenSessions(UserRows users, Authorities authorities) {
        this.users = users;
        this.authorities = authorities;
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable UsernamePasswordAuthenticationToken current(SessionUser remembered) {
        return remembered instanceof AscentUser user
                ? users.findSignedIn(user.id())
                        .filter(now -> now.maySucceed(user))
                        .map(authorities::signIn)
                        .orElse(null)
                : null;
    }
}
