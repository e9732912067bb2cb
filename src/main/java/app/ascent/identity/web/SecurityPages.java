package app.ascent.identity.web;

import app.ascent.identity.ApiTokens;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.Member;
import app.ascent.identity.MemberRefused;
import app.ascent.identity.Password;
import app.ascent.identity.SecondFactors;
import app.ascent.identity.Sessions;
import app.ascent.identity.SignedInUser;
import app.ascent.identity.TokenLife;
import app.ascent.web.PageNotice;
import app.ascent.web.SessionStart;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What guards one's own account, and where it is signed in. */
@Controller
@RequestMapping("/settings/security")
@PreAuthorize("isAuthenticated()")
class SecurityPages {

    private static final TokenLife USUAL = TokenLife.QUARTER;
    private static final String HERE = "redirect:/settings/security";

    private final Sessions sessions;
    private final SessionWords words;
    private final SecondFactors secondFactors;
    private final ApiTokens tokens;
    private final CurrentUser currentUser;
    private final MessageSource messages;

    SecurityPages(
            Sessions sessions,
            SessionWords words,
            SecondFactors secondFactors,
            ApiTokens tokens,
            CurrentUser currentUser,
            MessageSource messages) {
        this.sessions = sessions;
        this.words = words;
        this.secondFactors = secondFactors;
        this.tokens = tokens;
        this.currentUser = currentUser;
        this.messages = messages;
    }

    /** A token for a program: what it is for, and the password of who makes it. */
    record TokenForm(
            @NotBlank(message = "{tokens.name.missing}")
                    @Size(max = 100, message = "{form.too-long}")
                    @Pattern(regexp = Member.PRINTABLE, message = "{form.unprintable}")
                    String name,
            @Nullable String days,
            @Nullable Password password) {

        TokenForm {
            name = Forms.stripped(name);
            days = days == null ? String.valueOf(USUAL.days()) : days;
        }
    }

    @GetMapping
    ModelAndView show(HttpServletRequest request) {
        ModelAndView page = page(HttpStatus.OK, request);
        page.addObject("form", new TokenForm("", null, null));
        return page;
    }

    /** The token is shown in the answer, and never again. */
    @PostMapping("/tokens")
    ModelAndView createToken(
            @Valid @ModelAttribute("form") TokenForm form, BindingResult errors, HttpServletRequest request) {
        Password password = form.password();
        TokenLife life =
                Optional.ofNullable(form.days()).flatMap(TokenLife::ofDays).orElse(null);
        if (life == null) {
            errors.rejectValue("days", "tokens.days.unknown");
        }
        if (password == null) {
            errors.rejectValue("password", "password.current.missing");
        } else if (life != null && !errors.hasErrors()) {
            try {
                String token = tokens.create(currentUser.get(), form.name(), life, password);
                ModelAndView page = page(HttpStatus.CREATED, request);
                page.addObject("form", new TokenForm("", null, null));
                page.addObject("token", token);
                return page;
            } catch (MemberRefused.WrongPassword wrong) {
                errors.rejectValue("password", "password.current.wrong");
            }
        }
        ModelAndView page = page(HttpStatus.UNPROCESSABLE_CONTENT, request);
        page.addAllObjects(errors.getModel());
        return page;
    }

    @PostMapping("/tokens/{id}/remove")
    String removeToken(@PathVariable UUID id, RedirectAttributes redirect) {
        tokens.remove(currentUser.get(), id);
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(say("tokens.removed")));
        return HERE;
    }

    @PostMapping("/sessions/{id}/end")
    String end(@PathVariable UUID id, RedirectAttributes redirect) {
        SignedInUser me = currentUser.get();
        sessions.end(me, me.id(), id);
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(say("sessions.ended")));
        return HERE;
    }

    @PostMapping("/sessions/end-others")
    String endOthers(HttpServletRequest request, RedirectAttributes redirect) {
        SignedInUser me = currentUser.get();
        int ended = sessions.endOthers(me, me.id(), SessionStart.key(request));
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(say("sessions.ended.others", ended)));
        return HERE;
    }

    private ModelAndView page(HttpStatus status, HttpServletRequest request) {
        SignedInUser me = currentUser.get();
        ModelAndView page = new ModelAndView("identity/security", status);
        page.addObject("standing", secondFactors.standing(me));
        page.addObject("tokens", tokens.list(me));
        page.addObject("lives", lives());
        page.addObject("sessions", words.rows(me, me.id(), SessionStart.key(request)));
        return page;
    }

    private Map<Integer, String> lives() {
        Map<Integer, String> lives = new LinkedHashMap<>();
        for (TokenLife life : TokenLife.values()) {
            lives.put(life.days(), say("tokens.days." + life));
        }
        return lives;
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.ENGLISH);
    }
}
