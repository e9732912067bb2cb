package app.ascent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookie of the session. Behind TLS its name begins with {@code __Host-}: then a browser takes it from this host and
 * over TLS alone, and no neighbouring name can put another in its place.
 */
public final class BrowserCookies implements CookieSerializer {

    /** What makes a browser bind a cookie to this very host; it demands Secure, the path "/", and no domain. */
    static final String BOUND = "__Host-";

    private static final String SESSION = "ascent_session";

    private final CookieSerializer plain = session(SESSION);
    private final CookieSerializer bound = session(BOUND + SESSION);

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    /** The name of any other cookie on this connection. */
    public static String name(HttpServletRequest request, String name) {
        return request.isSecure() ? BOUND + name : name;
    }

    private CookieSerializer of(HttpServletRequest request) {
        return request.isSecure() ? bound : plain;
    }

    private static CookieSerializer session(String name) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax"); // and Secure wherever the request was
        return cookie;
    }
}
