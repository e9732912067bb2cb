package app.ascent.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Why the database stopped what a request wanted of it. That is no fault, and whoever asked can do something about it. */
enum Stopped {

    /** It works for some seconds, and then ends the statement, so that others get their turn: ask for less. */
    TOOK_TOO_LONG(
            HttpStatus.SERVICE_UNAVAILABLE,
            "took-too-long",
            "That took too long, and was ended after some seconds. Search for another word, or ask for less at a time."
                    + " Nothing was changed.",
            Set.of("57014")),

    /** Of those who wait for one another, or for what somebody else holds, one has to give way: try again. */
    OVERTAKEN(
            HttpStatus.CONFLICT,
            "overtaken",
            "Somebody else changed the same in the same moment, and this had to give way. Nothing was changed. Try again.",
            Set.of("40001", "40P01", "55P03"));

    private static final Logger log = LoggerFactory.getLogger(Stopped.class);

    private static final String NOTED = Stopped.class.getName();

    private final HttpStatus status;
    private final String kind;
    private final String sentence;
    private final Set<String> states;

    /** @param states by which PostgreSQL says so */
    Stopped(HttpStatus status, String kind, String sentence, Set<String> states) {
        this.status = status;
        this.kind = kind;
        this.sentence = sentence;
        this.states = states;
    }

    HttpStatus status() {
        return status;
    }

    /** As the words of its page and the type of its problem are called. */
    String kind() {
        return kind;
    }

    /** For programs. */
    String sentence() {
        return sentence;
    }

    static Optional<Stopped> by(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                Optional<Stopped> stopped = Arrays.stream(values())
                        .filter(each -> refused.getSQLState() != null && each.states.contains(refused.getSQLState()))
                        .findFirst();
                if (stopped.isPresent()) {
                    return stopped;
                }
            }
        }
        return Optional.empty();
    }

    /** Remembers it for the error page; the log gets the address alone, since people look for names. */
    void note(HttpServletRequest request) {
        request.setAttribute(NOTED, this);
        log.warn(
                "{} {} {}",
                request.getMethod(),
                Audience.path(request),
                switch (this) {
                    case TOOK_TOO_LONG -> "took too long and was ended";
                    case OVERTAKEN -> "was overtaken and gave way";
                });
    }

    /** Whether the error page is for such a request; what happened in a filter or a template was not noted before. */
    static Optional<Stopped> noted(HttpServletRequest request) {
        if (request.getAttribute(NOTED) instanceof Stopped noted) {
            return Optional.of(noted);
        }
        Optional<Stopped> stopped = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault
                ? by(fault)
                : Optional.empty();
        stopped.ifPresent(each -> each.note(request));
        return stopped;
    }
}
