package app.ascent.identity;

import static java.util.Objects.requireNonNullElse;

import app.ascent.web.BrowserCookies;
import app.ascent.web.RequestOrigin;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * Who tries to sign in, as far as can be told before the password is right: a source, and perhaps a browser that brings
 * the token it was once given.
 *
 * @param source the address; of IPv6 the network, for whoever has one address there has all of them
 * @param browser hash of the token in the browser's cookie
 */
record Caller(String source, @Nullable String browser) {

    private static final String COOKIE = "ascent_browser";

    private static final int NETWORK_BYTES = 8;

    /** The one that this thread works for; in the background there is none, and all of it counts as one. */
    static Caller current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : new Caller("", null);
    }

    static Caller of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, cookie(request));
        String token = cookie == null ? "" : cookie.getValue();
        return new Caller(source(RequestOrigin.current().address()), token.isEmpty() ? null : Tokens.hash(token));
    }

    /** The name of the cookie with the browser's token, bound to this host wherever that is possible. */
    static String cookie(HttpServletRequest request) {
        return BrowserCookies.name(request, COOKIE);
    }

    /** The places this may be, the surer one first. */
    List<String> places() {
        return Stream.of(browser == null ? null : "browser " + browser, sourcePlace())
                .filter(place -> place != null)
                .toList();
    }

    String sourcePlace() {
        return "source " + source;
    }

    private static String source(@Nullable String address) {
        return address != null && InetAddress.ofLiteral(address) instanceof Inet6Address six
                ? network(six)
                : requireNonNullElse(address, "");
    }

    private static String network(Inet6Address address) {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Sixteen bytes are an address", e);
        }
    }
}
