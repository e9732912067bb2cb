package app.ascent.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where a request came from, as far as the audit log tells; empty for work in the background. */
public record RequestOrigin(@Nullable String address, @Nullable String userAgent) {

    private static final int USER_AGENT_LIMIT = 400;

    public RequestOrigin {
        // A header can be of any length, and the reader of the log needs its beginning only.
        userAgent = userAgent == null || userAgent.length() <= USER_AGENT_LIMIT
                ? userAgent
                : userAgent.substring(0, USER_AGENT_LIMIT);
    }

    /** The origin of the request that this thread works for. */
    public static RequestOrigin current() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return new RequestOrigin(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
        }
        return new RequestOrigin(null, null);
    }
}
