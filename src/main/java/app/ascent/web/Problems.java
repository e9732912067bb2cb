package app.ascent.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Makes the problem details (RFC 9457) of every module look alike; their types are listed in docs/problems.md. */
public final class Problems {

    private static final String TYPES = "/problems/";

    private Problems() {}

    /** A problem whose type ends in {@code name}, with a sentence for people as its detail. */
    public static ProblemDetail problem(HttpStatus status, String name, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + name));
        return problem;
    }
}
