package app.ascent.sandbox.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The practice tenant's addresses, as the caller reached it. */
final class Address {

    static final String ROOT = "/sandbox";

    private Address() {}

    /** What was called, behind {@link #ROOT}. */
    static String path(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length() + ROOT.length());
        return UriUtils.decode(path, StandardCharsets.UTF_8);
    }

    static String web(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path(ROOT + "/")
                .toUriString();
    }

    /** Mixed case and a slash at the end, as Autotask has it. */
    static String service(HttpServletRequest request, boolean secondZone) {
        return web(request) + (secondZone ? Route.SECOND_ZONE + "/" : "") + "ATServicesRest/";
    }

    static String encode(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
