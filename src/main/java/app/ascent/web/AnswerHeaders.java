package app.ascent.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a browser may do with an answer. Before everything else, because what an earlier filter refuses is answered
 * without those that stand behind it, and a refusal shows what was asked for.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerHeaders extends OncePerRequestFilter {

    static final String POLICY = "Content-Security-Policy";

    private static final String SOURCES =
            "default-src 'self'; img-src 'self' data:; script-src 'self'; style-src 'self'";
    private static final String REST =
            "; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    private static final String STRICT = SOURCES + REST;

    /** Swagger UI styles its elements one by one, so its pages alone may carry inline styles. */
    private static final String INLINE_STYLES = SOURCES + " 'unsafe-inline'" + REST;

    private final RequestMatcher swagger = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern("/swagger-ui.html"),
            PathPatternRequestMatcher.pathPattern("/swagger-ui/**"));

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(POLICY, swagger.matches(request) ? INLINE_STYLES : STRICT);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        chain.doFilter(request, response);
    }
}
