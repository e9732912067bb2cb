package app.ascent.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands in front of everything that needs the database: sessions, users, handlers, and the error page in the full shell.
 * When none answers, or the error page itself fails, the answer is made here, of nothing but what is at hand.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class LastResort extends OncePerRequestFilter {

    /** Seconds; a database that restarts is back by then, and Ascent sees that within one. */
    private static final String COME_BACK = "5";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException fault) {
            boolean away = DatabaseAway.behind(fault) && Stopped.by(fault).isEmpty();
            boolean errorPageFailed = request.getDispatcherType() == DispatcherType.ERROR;
            if (response.isCommitted() || !away && !errorPageFailed) {
                throw fault; // an answer is on its way already, or the error page can still be made
            }
            answer(request, response, away ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR, fault);
        }
    }

    /** The error page asks for session and user, too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static void answer(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, Exception fault)
            throws IOException {
        String errorId = request.getAttribute(ErrorIds.ATTRIBUTE) instanceof String logged
                ? logged
                : UnexpectedFaults.log(fault);
        boolean program = Audience.of(request) == Audience.PROGRAM;
        response.reset();
        response.setStatus(status.value());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", FaultAnswer.CONTENT_POLICY);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, COME_BACK);
        }
        response.setContentType(program ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(
                        program
                                ? FaultAnswer.problem(status.value(), errorId)
                                : FaultAnswer.page(request.getContextPath(), Shell.theme(request), errorId));
    }
}
