package app.ascent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Requests that name their user themselves, by HTTP Basic, and so need neither session nor CSRF token. A browser that
 * remembers such credentials would send them along with a form on somebody else's page; it says so in
 * {@code Sec-Fetch-Site}, or if it is an older one in {@code Origin}, and then the request does not count as one of these.
 * Programs send neither header.
 */
final class BasicRequests implements RequestMatcher {

    private static final String SCHEME = "Basic ";
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    @Override
    public boolean matches(HttpServletRequest request) {
        return carriesBasic(request.getHeader(HttpHeaders.AUTHORIZATION))
                && comesFromHere(request.getHeader("Sec-Fetch-Site"), OWN_SITE)
                && comesFromHere(request.getHeader(HttpHeaders.ORIGIN), Set.of(origin(request)));
    }

    private static boolean comesFromHere(@Nullable String said, Set<String> here) {
        return said == null || here.contains(said);
    }

    /** As a browser writes it: without the port that goes without saying. */
    private static String origin(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance()
                .scheme(request.getScheme())
                .host(request.getServerName())
                .port(usual(request) ? -1 : request.getServerPort())
                .toUriString();
    }

    private static boolean usual(HttpServletRequest request) {
        return request.getServerPort() == (request.isSecure() ? 443 : 80);
    }

    private static boolean carriesBasic(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }
}
