package app.ascent.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where a request came from, as far as the audit log tells; empty for work in the background. */
public record RequestOrigin(@Nullable String address, @Nullable String userAgent) implements Serializable {

    private static final int USER_AGENT_LIMIT = 400;
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]+)](?::\\d+)?|([0-9.]+):\\d+");

    public RequestOrigin {
        // A header can be of any length, and the reader of the log needs its beginning only.
        userAgent = userAgent == null || userAgent.length() <= USER_AGENT_LIMIT
                ? userAgent
                : userAgent.substring(0, USER_AGENT_LIMIT);
    }

    /** The origin of the request that this thread works for. */
    public static RequestOrigin current() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            return of(attributes.getRequest());
        }
        return new RequestOrigin(null, null);
    }

    static RequestOrigin of(HttpServletRequest request) {
        return new RequestOrigin(address(request.getRemoteAddr()), request.getHeader(HttpHeaders.USER_AGENT));
    }

    /** A proxy passes on what it was told; what is no address, perhaps with a port, is nobody's to read. */
    static @Nullable String address(@Nullable String told) {
        if (told == null) {
            return null;
        }
        Matcher withPort = WITH_PORT.matcher(told);
        String bare = withPort.matches() ? requireNonNullElse(withPort.group(1), withPort.group(2)) : told;
        try {
            return InetAddress.ofLiteral(bare).getHostAddress();
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
