package app.ascent.identity.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.Setup;
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

/** The sign-in page; the shell's security configuration does the signing in. */
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

    /** Where a refused sign-in is forwarded to; the address stays what it was, the e-mail address is kept. */
    @PostMapping("/login/refused")
    @ResponseStatus(HttpStatus.UNAUTHORIZED)
    String refused(
            @RequestAttribute(name = WebAttributes.AUTHENTICATION_EXCEPTION, required = false) @Nullable
                    AuthenticationException refusal,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(required = false) @Nullable String kept,
            Model model) {
        model.addAttribute("back", back);
        model.addAttribute("kept", kept);
        model.addAttribute("refusal", refusal == null ? null : refusal.getMessage());
        model.addAttribute("email", email);
        return "identity/login";
    }
}
