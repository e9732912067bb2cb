package app.ascent.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Where somebody who has signed in goes on: to the form with the input that the ended session refused, to the page that
 * was open then, or to the one that was asked for.
 */
final class SignInDestination implements AuthenticationSuccessHandler {

    /** Names the page somebody was at, from there to the sign-in form and on. */
    static final String BACK = "back";

    private final KeptForms forms;
    private final WantedPage wanted;

    SignInDestination(KeptForms forms, WantedPage wanted) {
        this.forms = forms;
        this.wanted = wanted;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        Optional<KeptForm> kept = forms.opened(request.getParameter(KeptForms.PARAMETER), authentication.getName());
        String back = request.getParameter(BACK);
        if (kept.isPresent()) {
            KeptFormReturn.keep(request.getSession(), request.getParameter(KeptForms.PARAMETER));
            goTo(kept.get().form(), request, response);
        } else if (OwnPages.isPath(back)) {
            goTo(back, request, response);
        } else {
            goTo(requireNonNullElse(wanted.page(request), "/"), request, response);
        }
    }

    private void goTo(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        wanted.removeRequest(request, response);
        response.sendRedirect(response.encodeRedirectURL(request.getContextPath() + path));
    }
}
