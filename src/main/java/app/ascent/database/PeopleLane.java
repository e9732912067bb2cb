package app.ascent.database;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever sends a request waits for it; what is asked on the way, sessions included, goes by the connections of people. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PeopleLane extends OncePerRequestFilter {

    /** Asked by runs, which need not give way to themselves. */
    private static final String PRACTICE_TENANT = "/sandbox/";

    private final Courtesy courtesy;

    PeopleLane(Courtesy courtesy) {
        this.courtesy = courtesy;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith(PRACTICE_TENANT)) {
            chain.doFilter(request, response);
            return;
        }
        try (Courtesy.Answering _ = courtesy.begin();
                Lane.Stay _ = Lane.PEOPLE.enter()) {
            chain.doFilter(request, response);
        }
    }

    /** The error page, too, tells who is signed in. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
