package app.ascent.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.stereotype.Component;

/** Reads the second step of a sign-in from its form and its session. */
@Component
class PageSignIns implements AuthenticationDetailsSource<HttpServletRequest, PageSignIn> {

    @Override
    public PageSignIn buildDetails(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object pending = session == null ? null : session.getAttribute(PendingSignIn.ATTRIBUTE);
        return new PageSignIn(pending instanceof PendingSignIn found ? found : null, request.getParameter("code"));
    }
}
