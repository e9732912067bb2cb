package app.ascent.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Lets the session in which a password was changed go on, while all others of the user end. */
@Component
public class OwnSession {

    private final UserRows users;
    private final Authorities authorities;
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    OwnSession(UserRows users, Authorities authorities) {
        this.users = users;
        this.authorities = authorities;
    }

    /** Nothing to do for a program, which has no session. */
    public void renew(SignedInUser me, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) == null) {
            return;
        }
        users.findSignedIn(me.id().value()).ifPresent(user -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(authorities.signIn(user));
            SecurityContextHolder.setContext(context);
            request.changeSessionId();
            sessions.saveContext(context, request, response);
        });
    }
}
