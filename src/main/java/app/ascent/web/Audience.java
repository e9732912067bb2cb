package app.ascent.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Who reads the answer to a request, and so in which form a refusal must come. */
enum Audience {
    /** A problem detail in JSON. */
    PROGRAM,
    /** A piece of a page that is already open. */
    FRAGMENT,
    /** A whole page. */
    PERSON;

    private static final List<String> MACHINES = List.of("/api/", "/v3/api-docs", "/actuator");

    static Audience of(HttpServletRequest request) {
        String path = path(request);
        if (MACHINES.stream().anyMatch(path::startsWith)) {
            return PROGRAM;
        }
        return "true".equals(request.getHeader("HX-Request")) ? FRAGMENT : PERSON;
    }

    /** The address that was asked for, also while an error page is made for it. */
    static String path(HttpServletRequest request) {
        boolean error = request.getDispatcherType() == DispatcherType.ERROR;
        Object asked = error ? request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) : request.getRequestURI();
        String uri = asked == null ? "" : asked.toString();
        return uri.startsWith(request.getContextPath())
                ? uri.substring(request.getContextPath().length())
                : uri;
    }
}
