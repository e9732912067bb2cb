package app.ascent.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database works for some seconds on what a request wants to know, and then ends the statement, so that others get
 * their turn. That is no fault, and whoever asked can do something about it: ask for less.
 */
final class TookTooLong {

    private static final Logger log = LoggerFactory.getLogger(TookTooLong.class);

    private static final String NOTED = TookTooLong.class.getName();

    /** PostgreSQL's {@code query_canceled}. */
    private static final String ENDED_BY_LIMIT = "57014";

    private TookTooLong() {}

    static boolean is(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && ENDED_BY_LIMIT.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Remembers it for the error page; the log gets the address alone, since people look for names. */
    static void note(HttpServletRequest request) {
        request.setAttribute(NOTED, true);
        log.warn("{} {} took too long and was ended", request.getMethod(), Audience.path(request));
    }

    /** Whether the error page is for such a request; what happened in a filter or a template was not noted before. */
    static boolean isNoted(HttpServletRequest request) {
        if (request.getAttribute(NOTED) == null
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault
                && is(fault)) {
            note(request);
        }
        return request.getAttribute(NOTED) != null;
    }
}
