package app.ascent.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What a page may load. Swagger UI styles its elements one by one, so its pages alone may carry inline styles. */
final class ContentPolicy implements HeaderWriter {

    private static final String REST = "; frame-ancestors 'none'; form-action 'self'; base-uri 'self'";
    private static final String STRICT =
            "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'" + REST;
    private static final String INLINE_STYLES =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'" + REST;

    private final RequestMatcher swagger = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern("/swagger-ui.html"),
            PathPatternRequestMatcher.pathPattern("/swagger-ui/**"));

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", swagger.matches(request) ? INLINE_STYLES : STRICT);
    }
}
