package app.ascent.identity.web;

import app.ascent.identity.Password;
import app.ascent.identity.PasswordHolder;
import app.ascent.identity.PasswordRules;
import app.ascent.identity.Recovery;
import app.ascent.web.PageNotice;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that gives a locked-out Owner a new password. It exists while the log offers a code, else it leads to sign-in. */
@Controller
@RequestMapping("/recover")
@PreAuthorize("permitAll()")
class RecoverPages {

    private static final String SIGN_IN = "redirect:/login";

    private final Recovery recovery;
    private final PasswordRules rules;
    private final MessageSource messages;

    RecoverPages(Recovery recovery, PasswordRules rules, MessageSource messages) {
        this.recovery = recovery;
        this.rules = rules;
        this.messages = messages;
    }

    /** The code from the log, and the password that is to be. */
    record Form(String code, @Nullable Password password) {

        Form {
            code = Forms.stripped(code);
        }
    }

    @GetMapping
    String show(Model model) {
        if (!recovery.isOpen()) {
            return SIGN_IN;
        }
        model.addAttribute("form", new Form("", null));
        return "identity/recover";
    }

    @PostMapping
    ModelAndView complete(@ModelAttribute("form") Form form, BindingResult errors, RedirectAttributes redirect) {
        Optional<PasswordHolder> holder = recovery.holder();
        if (holder.isEmpty()) {
            return new ModelAndView(SIGN_IN);
        }
        if (!recovery.accepts(form.code())) {
            errors.rejectValue("code", "setup.code.wrong");
        }
        // Who does not know the code learns nothing of whose password it is.
        Password password = errors.hasErrors() ? null : Forms.chosen(form.password(), holder.get(), rules, errors);
        if (password == null) {
            return new ModelAndView("identity/recover", errors.getModel(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (recovery.complete(form.code(), password)) {
            redirect.addFlashAttribute(
                    PageNotice.ATTRIBUTE, PageNotice.done(messages.getMessage("recover.done", null, Locale.ENGLISH)));
        }
        return new ModelAndView(SIGN_IN);
    }
}
