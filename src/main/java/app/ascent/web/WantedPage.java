package app.ascent.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.WebUtils;

/**
 * Remembers the page that was asked for by whoever must sign in first, never a fragment or an answer in JSON. The browser
 * keeps its address; a session would keep the whole request, with every header in it, and one for each passer-by.
 */
final class WantedPage implements RequestCache {

    private static final String COOKIE = "ascent-wanted";

    /** Browsers keep no larger cookie. */
    private static final int LONGEST = 2_000;

    private final RequestMatcher get = pathPattern(HttpMethod.GET, "/**");
    private final RequestMatcher error = pathPattern("/error");

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String page = Audience.path(request) + (query == null ? "" : "?" + query);
        boolean isPage = get.matches(request) && !error.matches(request) && Audience.of(request) == Audience.PERSON;
        if (isPage && OwnPages.isPath(page) && page.length() <= LONGEST) {
            String value =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.UTF_8));
            write(request, response, value, null);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        String page = page(request);
        return page == null ? null : new SimpleSavedRequest(page);
    }

    /** Nothing is sent again by itself. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    /** An address of ours, whatever somebody wrote into the cookie; null when there is none. */
    @Nullable
    String page(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, BrowserCookies.name(request, COOKIE));
        if (cookie == null) {
            return null;
        }
        try {
            String page = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
            return OwnPages.isPath(page) ? page : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, String value, @Nullable Duration age) {
        ResponseCookie cookie = ResponseCookie.from(BrowserCookies.name(request, COOKIE), value)
                .path("/")
                .maxAge(age == null ? Duration.ofSeconds(-1) : age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
