package app.ascent.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * Keeps the token of whoever has a session in it, and of everybody else in their browser: a session for each passer-by who
 * looks at the sign-in page would be a row that anybody can make, as often as they like.
 */
final class CsrfTokens implements CsrfTokenRepository {

    private static final String COOKIE = "ascent-csrf";

    private final CsrfTokenRepository session = new HttpSessionCsrfTokenRepository();
    private final CsrfTokenRepository plain = browser(COOKIE);
    private final CsrfTokenRepository bound = browser(BrowserCookies.BOUND + COOKIE);

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return session.generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }

    private CsrfTokenRepository of(HttpServletRequest request) {
        return request.getSession(false) != null ? session : request.isSecure() ? bound : plain;
    }

    private static CsrfTokenRepository browser(String name) {
        CookieCsrfTokenRepository cookies = new CookieCsrfTokenRepository();
        cookies.setCookieName(name);
        cookies.setHeaderName("X-CSRF-TOKEN");
        cookies.setCookiePath("/");
        cookies.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return cookies;
    }
}
