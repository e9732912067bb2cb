package app.ascent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests that name their user themselves, by HTTP Basic, and so need neither session nor CSRF token. A browser that
 * remembers such credentials would send them along with a form on somebody else's page; it says so in
 * {@code Sec-Fetch-Site}, and then the request does not count as one of these. Programs do not send that header.
 */
final class BasicRequests implements RequestMatcher {

    private static final String SCHEME = "Basic ";
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    @Override
    public boolean matches(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return carriesBasic(request.getHeader(HttpHeaders.AUTHORIZATION)) && (site == null || OWN_SITE.contains(site));
    }

    private static boolean carriesBasic(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }
}
