package app.ascent.record.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** Answers htmx with the very fragment that the page includes, and everybody else with the page. */
public final class Fragments {

    private Fragments() {}

    public static String view(Map<String, String> headers, HttpServletResponse response, String page, String fragment) {
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        boolean part = is(headers, "hx-request") && !is(headers, "hx-history-restore-request");
        return part ? page + " :: " + fragment : page;
    }

    /** Leads away from a page, also whoever asked for a part of it alone. */
    public static String leave(Map<String, String> headers, HttpServletResponse response, String address) {
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        if (is(headers, "hx-request")) {
            response.setHeader("HX-Redirect", address);
            return "fragments/empty :: left";
        }
        return "redirect:" + address;
    }

    private static boolean is(Map<String, String> headers, String name) {
        return headers.entrySet().stream()
                .anyMatch(header -> header.getKey().equalsIgnoreCase(name) && "true".equals(header.getValue()));
    }
}
