package app.ascent.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers whoever is not signed in or may not do this: a program with a problem, a person with a page. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String SIGN_IN = "/login";
    private static final String NOT_SIGNED_IN = "Sign in with the email and password of a user.";

    private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
    private final CsrfTokens tokens = new CsrfTokens();
    private final KeptForms forms;
    private final JsonMapper json;
    private final RefusedAccess access;

    Refusals(KeptForms forms, JsonMapper json, RefusedAccess access) {
        this.forms = forms;
        this.json = json;
        this.access = access;
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
                Optional<String> page = OwnPages.path(request, "HX-Current-URL");
                response.setHeader(
                        "HX-Redirect",
                        request.getContextPath()
                                + page.map(Refusals::signInAndBack).orElse(SIGN_IN));
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            }
            case PERSON -> {
                if (!request.getMethod().equals("POST")) {
                    signIn.commence(request, response, failure);
                } else if (!signInKeeping(request, response)) {
                    response.sendRedirect(request.getContextPath()
                            + back(request).map(Refusals::signInAndBack).orElse(SIGN_IN));
                }
            }
        }
    }

    /** The session was over when a form was sent: its input waits in the sign-in form. */
    private boolean signInKeeping(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<String> kept = isSignIn(request)
                ? Optional.ofNullable(request.getParameter(KeptForms.PARAMETER))
                : forms.of(request).flatMap(forms::sealed);
        if (kept.isEmpty()) {
            return false;
        }
        if (request.getSession(false) == null) {
            // It ended within this request, and the token with it.
            new XorCsrfTokenRequestAttributeHandler()
                    .handle(request, response, tokens.loadDeferredToken(request, response));
        }
        request.setAttribute(KeptForms.PARAMETER, kept.get());
        request.getRequestDispatcher(SIGN_IN + "/ended").forward(request, response);
        return true;
    }

    /** Where somebody was who pressed a button. */
    private static Optional<String> back(HttpServletRequest request) {
        return isSignIn(request)
                ? Optional.ofNullable(request.getParameter(SignInDestination.BACK))
                        .filter(OwnPages::isPath)
                : OwnPages.path(request, HttpHeaders.REFERER).filter(path -> !path.startsWith(SIGN_IN));
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return Audience.path(request).equals(SIGN_IN);
    }

    private static String signInAndBack(String page) {
        return SIGN_IN + "?ended&" + SignInDestination.BACK + "=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denial)
            throws IOException, ServletException {
        boolean csrf = denial instanceof CsrfException;
        if (csrf && SecurityContextHolder.getContext().getAuthentication() == null) {
            // The session ended while the form was open, or there never was one: signing in is the way on.
            commence(request, response, new BadCredentialsException(NOT_SIGNED_IN, denial));
        } else if (csrf && Audience.of(request) == Audience.PERSON && returned(request, response)) {
            // The page is from an earlier session of the same user, who finds the form again as it was sent.
        } else {
            access.tell(csrf ? AccessRefused.Reason.FORGED : AccessRefused.Reason.ROLE, request);
            refuse(request, response, csrf);
        }
    }

    /** A scraper whose token is wrong. */
    void refuseToken(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        access.tell(AccessRefused.Reason.METRICS_TOKEN, request);
        commence(request, response, failure);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, boolean csrf) throws IOException {
        if (Audience.of(request) == Audience.PROGRAM) {
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

    private boolean returned(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        Optional<KeptForm> kept =
                user == null ? Optional.empty() : forms.of(request).filter(form -> forms.isOf(form, user.getName()));
        Optional<String> sealed = kept.flatMap(forms::sealed);
        if (kept.isPresent() && sealed.isPresent()) {
            KeptFormReturn.keep(request.getSession(), sealed.get());
            response.sendRedirect(request.getContextPath() + kept.get().form());
        }
        return sealed.isPresent();
    }

    /** Leads a signed-in person to the page that comes before all others; a program is told so. */
    void lead(HttpServletRequest request, HttpServletResponse response, String first) throws IOException {
        String page = request.getContextPath() + first;
        switch (Audience.of(request)) {
            case PROGRAM ->
                write(
                        response,
                        Problems.problem(
                                HttpStatus.FORBIDDEN,
                                "second-factor-required",
                                "Your organization wants you to sign in in two steps. Set that up in the pages first."));
            case FRAGMENT -> {
                response.setHeader("HX-Redirect", page);
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            }
            case PERSON -> response.sendRedirect(page);
        }
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
