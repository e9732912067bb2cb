package app.ascent.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.util.UriUtils;

/** Makes the problem details (RFC 9457) of every module look alike; their types are listed in docs/problems.md. */
public final class Problems {

    private static final String TYPES = "/problems/";
    private static final Pattern FOREIGN =
            Pattern.compile("[^A-Za-z0-9\\-._~!$&'()*+,;=:@/%]+|%(?![0-9A-Fa-f]{2})|^//+");

    private Problems() {}

    /** A problem whose type ends in {@code name}, with a sentence for people as its detail. */
    public static ProblemDetail problem(HttpStatus status, String name, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + name));
        return problem;
    }

    /** The address that was asked for; the server lets characters pass that none may have, and those are escaped. */
    static URI instance(String path) {
        return URI.create(
                FOREIGN.matcher(path).replaceAll(found -> UriUtils.encode(found.group(), StandardCharsets.UTF_8)));
    }
}
