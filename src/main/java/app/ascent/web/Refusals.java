package app.ascent.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers whoever is not signed in or may not do this: a program with a problem, a person with a page. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final int LONGEST_PATH = 200;
    private static final String NOT_SIGNED_IN = "Sign in with the email and password of a user.";

    private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/login");
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Refusals(JsonMapper json, ApplicationEventPublisher events, Clock clock) {
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        switch (Audience.of(request)) {
            case PROGRAM -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"" + SecurityConfiguration.REALM + "\"");
                write(response, Problems.problem(HttpStatus.UNAUTHORIZED, "not-signed-in", sentence(failure)));
            }
            case FRAGMENT -> {
                response.setHeader("HX-Redirect", request.getContextPath() + "/login");
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            }
            case PERSON -> signIn.commence(request, response, failure);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denial)
            throws IOException, ServletException {
        boolean csrf = denial instanceof CsrfException;
        if (!csrf) {
            events.publishEvent(new AccessRefused(
                    request.getMethod() + " " + shortened(Audience.path(request)),
                    RequestOrigin.of(request),
                    clock.instant()));
        }
        if (csrf && SecurityContextHolder.getContext().getAuthentication() == null) {
            // The session ended while the form was open, or there never was one: signing in is the way on.
            commence(request, response, new BadCredentialsException(NOT_SIGNED_IN, denial));
        } else if (Audience.of(request) == Audience.PROGRAM) {
            write(
                    response,
                    csrf
                            ? Problems.problem(
                                    HttpStatus.FORBIDDEN,
                                    "csrf-token-missing",
                                    "A request of the page session needs its CSRF token. Send it, or use HTTP Basic.")
                            : Problems.problem(HttpStatus.FORBIDDEN, "not-allowed", "Your role does not allow this."));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static String shortened(String path) {
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
    }

    /** Only these two are worded for people, by whoever checks passwords. */
    private static String sentence(AuthenticationException failure) {
        String message = failure instanceof LockedException || failure instanceof BadCredentialsException
                ? failure.getMessage()
                : null;
        return message == null ? NOT_SIGNED_IN : message;
    }

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
