package app.ascent.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The last page of every request that went wrong: a page for people, a problem for programs. */
@Controller
@RequestMapping("/error")
@PreAuthorize("permitAll()")
class ErrorPages implements ErrorController {

    private final List<NavigationItem> navigation;

    ErrorPages(List<NavigationItem> navigation) {
        this.navigation = navigation;
    }

    @RequestMapping
    Object answer(HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Stopped> stopped = Stopped.noted(request);
        if (stopped.isPresent()) {
            return stopped(stopped.get(), request, response, model);
        }
        HttpStatus status = status(request);
        String errorId = status.is5xxServerError() ? errorId(request) : null;
        if (Audience.of(request) == Audience.PROGRAM) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(request, status, errorId));
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader("HX-Reswap", "none"); // no piece of a page is replaced by a whole one
        }
        model.addAttribute("status", status.value());
        model.addAttribute("kind", kind(status));
        model.addAttribute("errorId", errorId);
        if (status == HttpStatus.FORBIDDEN) {
            forbidden(Audience.path(request)).ifPresent(item -> model.addAttribute("forbidden", item));
        }
        return "web/error";
    }

    /** A list says it where its rows would be, so that the next word can be typed; a page that follows a run stays. */
    private static Object stopped(
            Stopped stopped, HttpServletRequest request, HttpServletResponse response, Model model) {
        HttpStatus status = stopped.status();
        if (Audience.of(request) == Audience.PROGRAM) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Problems.problem(status, stopped.kind(), stopped.sentence()));
        }
        response.setStatus(status.value());
        String search = request.getParameter("search");
        boolean searched = stopped == Stopped.TOOK_TOO_LONG && search != null && !search.isBlank();
        model.addAttribute("status", status.value());
        model.addAttribute("kind", searched ? "search-took-too-long" : stopped.kind());
        if (Audience.of(request) == Audience.FRAGMENT) {
            response.setHeader("HX-Reswap", "list".equals(request.getHeader("HX-Target")) ? "innerHTML" : "none");
            return "web/error :: blank";
        }
        return "web/error";
    }

    /** Which item of the navigation was out of reach, so that the page can say who may open it. */
    private Optional<NavigationItem> forbidden(String path) {
        return navigation.stream()
                .filter(item -> !item.authority().isEmpty())
                .filter(item -> path.equals(item.path()) || path.startsWith(item.path() + "/"))
                .max(Comparator.comparingInt(item -> item.path().length()));
    }

    private static HttpStatus status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR)
                : HttpStatus.NOT_FOUND; // somebody typed this address
    }

    /** What a handler threw has its id already; what went wrong in a filter or a template gets one here. */
    private static @Nullable String errorId(HttpServletRequest request) {
        if (request.getAttribute(ErrorIds.ATTRIBUTE) instanceof String logged) {
            return logged;
        }
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault
                ? UnexpectedFaults.log(fault)
                : null;
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "bad-request";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case CONTENT_TOO_LARGE -> "too-long";
            default -> status.is5xxServerError() ? "unexpected" : "refused";
        };
    }

    private static ProblemDetail problem(HttpServletRequest request, HttpStatus status, @Nullable String errorId) {
        ProblemDetail problem = Problems.problem(
                status,
                kind(status),
                switch (status) {
                    case BAD_REQUEST -> "The request could not be read.";
                    case UNAUTHORIZED -> "Sign in with the email and password of a user.";
                    case FORBIDDEN -> "Your role does not allow this.";
                    case NOT_FOUND -> "There is nothing at this address.";
                    case METHOD_NOT_ALLOWED -> "This address does not answer that method.";
                    case CONTENT_TOO_LARGE -> "The body is too long. Send less at a time.";
                    default ->
                        status.is5xxServerError()
                                ? "Something went wrong on our side. Your data is unchanged."
                                : "The request was refused.";
                });
        problem.setInstance(Problems.instance(Audience.path(request)));
        if (errorId != null) {
            problem.setProperty("errorId", errorId);
        }
        return problem;
    }
}
