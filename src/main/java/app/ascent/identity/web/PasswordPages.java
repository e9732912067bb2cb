package app.ascent.identity.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.MemberRefused;
import app.ascent.identity.Members;
import app.ascent.identity.OwnSession;
import app.ascent.identity.Password;
import app.ascent.identity.PasswordHolder;
import app.ascent.identity.PasswordRules;
import app.ascent.identity.SignedInUser;
import app.ascent.web.PageNotice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
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

/** Where everybody changes their own password. */
@Controller
@RequestMapping("/settings/password")
@PreAuthorize("isAuthenticated()")
class PasswordPages {

    private final Members members;
    private final PasswordRules rules;
    private final CurrentUser currentUser;
    private final OwnSession session;
    private final MessageSource messages;

    PasswordPages(
            Members members, PasswordRules rules, CurrentUser currentUser, OwnSession session, MessageSource messages) {
        this.members = members;
        this.rules = rules;
        this.currentUser = currentUser;
        this.session = session;
        this.messages = messages;
    }

    /** The password as it is, and as it is to be. */
    record Form(@Nullable Password current, @Nullable Password password) {}

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", new Form(null, null));
        return "identity/password";
    }

    @PostMapping
    ModelAndView change(
            @ModelAttribute("form") Form form,
            BindingResult errors,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignedInUser me = currentUser.get();
        Password current = form.current();
        Password next = Forms.chosen(form.password(), PasswordHolder.of(me), rules, errors);
        if (current == null) {
            errors.rejectValue("current", "password.current.missing");
        } else if (next != null) {
            try {
                members.changeOwnPassword(me, current, next);
                session.renew(me, request, response);
                redirect.addFlashAttribute(
                        PageNotice.ATTRIBUTE,
                        PageNotice.done(messages.getMessage("password.changed", null, Locale.ENGLISH)));
                return new ModelAndView("redirect:/settings/password");
            } catch (MemberRefused.WrongPassword wrong) {
                errors.rejectValue("current", "password.current.wrong");
            } catch (MemberRefused.WeakPassword weak) {
                errors.rejectValue("password", "password." + weak.weakness().code());
            }
        }
        return new ModelAndView("identity/password", errors.getModel(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
