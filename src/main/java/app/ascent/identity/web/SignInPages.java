package app.ascent.identity.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.PendingSignIn;
import app.ascent.identity.SecondFactorNeeded;
import app.ascent.identity.Setup;
import app.ascent.identity.WrongSignInCode;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sign-in page and its second step; the shell's security configuration does the signing in. */
@Controller
@PreAuthorize("permitAll()")
class SignInPages {

    private final Setup setup;
    private final CurrentUser currentUser;

    SignInPages(Setup setup, CurrentUser currentUser) {
        this.setup = setup;
        this.currentUser = currentUser;
    }

    @GetMapping("/login")
    String show(
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(defaultValue = "") String back,
            Model model) {
        if (setup.isOpen()) {
            return "redirect:/setup";
        }
        if (currentUser.find().isPresent()) {
            return "redirect:/";
        }
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute("ended", ended != null);
        model.addAttribute("back", back);
        return "identity/login";
    }

    /** Where a form is forwarded to that was sent when the session was over; {@code kept} is what was entered. */
    @PostMapping("/login/ended")
    @ResponseStatus(HttpStatus.UNAUTHORIZED)
    String ended() {
        return "identity/login";
    }

    /** Asks for the code, after the password. */
    @GetMapping("/login/code")
    String code(@SessionAttribute(name = PendingSignIn.ATTRIBUTE, required = false) @Nullable PendingSignIn pending) {
        return pending == null ? "redirect:/login" : "identity/login-code";
    }

    /** Where a sign-in that did not come to its end is forwarded to; the address stays, the e-mail address is kept. */
    @PostMapping("/login/refused")
    ModelAndView refused(
            @RequestAttribute(name = WebAttributes.AUTHENTICATION_EXCEPTION, required = false) @Nullable
                    AuthenticationException refusal,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(required = false) @Nullable String kept,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        if (refusal instanceof SecondFactorNeeded needed) {
            request.getSession().setAttribute(PendingSignIn.ATTRIBUTE, needed.pending());
            redirect.addFlashAttribute("back", back);
            redirect.addFlashAttribute("kept", kept);
            return new ModelAndView("redirect:/login/code");
        }
        ModelAndView page = new ModelAndView(
                refusal instanceof WrongSignInCode ? "identity/login-code" : "identity/login", HttpStatus.UNAUTHORIZED);
        page.addObject("back", back);
        page.addObject("kept", kept);
        page.addObject("refusal", refusal == null ? null : refusal.getMessage());
        page.addObject("email", email);
        return page;
    }
}
