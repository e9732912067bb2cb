package app.ascent.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a change of a user take effect on the next request of sessions that are already open: a new role counts at once,
 * a deactivated user or a new password ends the session. So does its age, however busy it is. It costs one read by a unique key.
 */
final class SessionRefresh extends OncePerRequestFilter {

    private final SessionUsers users;
    private final Clock clock;
    private final SecurityContextLogoutHandler end = new SecurityContextLogoutHandler();

    SessionRefresh(SessionUsers users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SessionUser remembered) {
            UsernamePasswordAuthenticationToken current = lastedTooLong(request) ? null : users.current(remembered);
            if (current == null) {
                end.logout(request, response, authentication);
            } else {
                replace(authentication, current);
            }
        }
        chain.doFilter(request, response);
    }

    private boolean lastedTooLong(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && SessionStart.isOver(session, clock.instant());
    }

    /** Error pages show the navigation too, so they must not fall back to what the session remembers. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** For this request only: what the session holds was put there at sign-in and is not written again. */
    private static void replace(Authentication authentication, UsernamePasswordAuthenticationToken fresh) {
        fresh.setDetails(authentication.getDetails());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(fresh);
        SecurityContextHolder.setContext(context);
    }
}
