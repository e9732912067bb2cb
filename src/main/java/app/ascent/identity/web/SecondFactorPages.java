package app.ascent.identity.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.MemberRefused;
import app.ascent.identity.OwnSession;
import app.ascent.identity.Password;
import app.ascent.identity.SecondFactors;
import app.ascent.identity.SignedInUser;
import app.ascent.web.PageNotice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where everybody turns two-step sign-in on and off for themselves. Recovery codes are shown once, in the answer. */
@Controller
@RequestMapping("/settings/two-step")
@PreAuthorize("isAuthenticated()")
class SecondFactorPages {

    private static final String HERE = "redirect:/settings/two-step";

    private final SecondFactors secondFactors;
    private final CurrentUser currentUser;
    private final OwnSession session;
    private final MessageSource messages;

    SecondFactorPages(
            SecondFactors secondFactors, CurrentUser currentUser, OwnSession session, MessageSource messages) {
        this.secondFactors = secondFactors;
        this.currentUser = currentUser;
        this.session = session;
        this.messages = messages;
    }

    /** The password of who is signed in, and a code that proves the app. */
    record Form(@Nullable Password password, String code) {

        Form {
            code = Forms.stripped(code);
        }

        @Override
        public String toString() {
            return "Form";
        }
    }

    @GetMapping
    ModelAndView show() {
        ModelAndView page = page(HttpStatus.OK);
        page.addObject("form", new Form(null, ""));
        return page;
    }

    @PostMapping("/begin")
    String begin() {
        secondFactors.begin(currentUser.get());
        return HERE;
    }

    @PostMapping("/confirm")
    ModelAndView confirm(
            @ModelAttribute("form") Form form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignedInUser me = currentUser.get();
        List<String> codes = proven(form, errors, password -> secondFactors.confirm(me, password, form.code()));
        if (codes == null) {
            return refused(errors);
        }
        session.renew(me, request, response);
        return codes(codes, "two-step.on.done");
    }

    @PostMapping("/codes")
    ModelAndView renewCodes(@ModelAttribute("form") Form form, BindingResult errors) {
        List<String> codes =
                proven(form, errors, password -> secondFactors.renewCodes(currentUser.get(), password, form.code()));
        return codes == null ? refused(errors) : codes(codes, "two-step.codes.done");
    }

    @PostMapping("/off")
    ModelAndView turnOff(
            @ModelAttribute("form") Form form,
            BindingResult errors,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignedInUser me = currentUser.get();
        Boolean off = proven(form, errors, password -> {
            secondFactors.turnOff(me, password, form.code());
            return true;
        });
        if (off == null) {
            return refused(errors);
        }
        session.renew(me, request, response);
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(say("two-step.off.done")));
        return new ModelAndView("redirect:/settings/security");
    }

    /** What is done with a password and a code. */
    private interface Deed<T> {
        T with(Password password);
    }

    /** Null after a word of why it was not done. */
    private static <T> @Nullable T proven(Form form, BindingResult errors, Deed<T> deed) {
        Password password = form.password();
        if (password == null) {
            errors.rejectValue("password", "password.current.missing");
            return null;
        }
        try {
            return deed.with(password);
        } catch (MemberRefused.WrongPassword wrong) {
            errors.rejectValue("password", "password.current.wrong");
        } catch (MemberRefused.WrongCode wrong) {
            errors.rejectValue("code", "two-step.code.wrong");
        } catch (MemberRefused.SecondFactorRequired required) {
            errors.rejectValue("code", "two-step.required");
        }
        return null;
    }

    private ModelAndView refused(BindingResult errors) {
        ModelAndView page = page(HttpStatus.UNPROCESSABLE_CONTENT);
        page.addAllObjects(errors.getModel());
        return page;
    }

    private ModelAndView page(HttpStatus status) {
        SignedInUser me = currentUser.get();
        ModelAndView page = new ModelAndView("identity/two-step", status);
        SecondFactors.Standing standing = secondFactors.standing(me);
        page.addObject("standing", standing);
        if (!standing.on()) {
            secondFactors.enrolment(me).ifPresent(enrolment -> {
                page.addObject("secret", enrolment.secret().reveal().replaceAll("(.{4})(?!$)", "$1 "));
                page.addObject("image", enrolment.image().reveal());
            });
        }
        return page;
    }

    private ModelAndView codes(List<String> codes, String done) {
        ModelAndView page = new ModelAndView("identity/recovery-codes");
        page.addObject("codes", codes);
        page.addObject("done", say(done));
        return page;
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
