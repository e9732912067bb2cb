package app.ascent.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * The last to be asked about an exception of a handler: nobody expected it, so it goes to the log under an id, and the
 * reader gets the id and nothing of Java's. As a resolver of its own it stands behind all
 * advices, so that it outruns no module's handler.
 */
@Component
class UnexpectedFaults implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFaults.class);

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (fault instanceof AccessDeniedException || fault instanceof AuthenticationException) {
            return null; // the security filters know what to do
        }
        if (fault instanceof AsyncRequestNotUsableException) {
            return new ModelAndView(); // the reader has gone, there is nobody to answer
        }
        Optional<Stopped> stopped = Stopped.by(fault);
        stopped.ifPresent(each -> each.note(request));
        if (stopped.isEmpty()) {
            request.setAttribute(ErrorIds.ATTRIBUTE, log(fault));
            if (DatabaseAway.behind(fault)) {
                return null; // the error page would need the database as well; LastResort does without
            }
        }
        try {
            response.sendError(stopped.map(Stopped::status)
                    .orElse(HttpStatus.INTERNAL_SERVER_ERROR)
                    .value());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }

    /**
     * Answers the id under which the fault can be found in the log. While the database is away each request fails alike, so
     * that a line says all that a stack would.
     */
    static String log(Throwable fault) {
        String id = ErrorIds.next();
        if (DatabaseAway.behind(fault)) {
            LOG.error(
                    "Error {}: the database did not answer, {}",
                    id,
                    rootOf(fault).toString());
        } else {
            LOG.error("Error {}", id, fault);
        }
        return id;
    }

    private static Throwable rootOf(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
