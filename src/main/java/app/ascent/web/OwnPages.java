package app.ascent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Tells addresses and requests of our own pages from those of others. */
final class OwnPages {

    /** {@code //host} and {@code /\host} lead elsewhere. */
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*");

    private OwnPages() {}

    static boolean isPath(@Nullable String address) {
        return address != null && PATH.matcher(address).matches();
    }

    /** Whether a page of ours sent this form; where the browser says nothing of it, none did. */
    static boolean sent(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return site == null ? origin != null && within(request, origin).isPresent() : site.equals("same-origin");
    }

    /** The page that a browser says it came from, as a path of ours. */
    static Optional<String> path(HttpServletRequest request, String header) {
        String address = request.getHeader(header);
        return address == null ? Optional.empty() : within(request, address);
    }

    private static Optional<String> within(HttpServletRequest request, String address) {
        try {
            URI uri = new URI(address);
            boolean ours = request.getServerName().equalsIgnoreCase(uri.getHost())
                    && request.getServerPort() == port(uri)
                    && request.getScheme().equalsIgnoreCase(uri.getScheme());
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return Optional.of(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                    .filter(found -> ours && isPath(found));
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
