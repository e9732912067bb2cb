package app.ascent.identity.web;

import app.ascent.identity.FirstOwner;
import app.ascent.identity.Member;
import app.ascent.identity.Password;
import app.ascent.identity.PasswordHolder;
import app.ascent.identity.PasswordRules;
import app.ascent.identity.Setup;
import app.ascent.web.Formats;
import app.ascent.web.PageNotice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that makes the first Owner. It exists until there is one, then it leads to sign-in. */
@Controller
@RequestMapping("/setup")
@PreAuthorize("permitAll()")
class SetupPages {

    private final Setup setup;
    private final PasswordRules rules;
    private final MessageSource messages;
    private final Formats formats;

    SetupPages(Setup setup, PasswordRules rules, MessageSource messages, Formats formats) {
        this.setup = setup;
        this.rules = rules;
        this.formats = formats;
        this.messages = messages;
    }

    /** What is asked for. */
    record Form(
            @NotBlank(message = "{setup.code.missing}") String code,
            @NotBlank(message = "{setup.organization.missing}")
                    @Size(max = 200, message = "{form.too-long}")
                    @Pattern(regexp = Member.PRINTABLE, message = "{form.unprintable}")
                    String organization,
            @Offered(Offered.Choices.TIME_ZONES) String timeZone,
            @NotBlank(message = "{member.name.missing}")
                    @Size(max = 200, message = "{form.too-long}")
                    @Pattern(regexp = Member.PRINTABLE, message = "{form.unprintable}")
                    String name,
            @Size(max = 254, message = "{form.too-long}")
                    @Pattern(regexp = Member.EMAIL, message = "{member.email.invalid}")
                    String email,
            @Nullable Password password) {

        Form {
            code = Forms.stripped(code);
            organization = Forms.stripped(organization);
            name = Forms.stripped(name);
            email = Forms.stripped(email);
        }
    }

    @GetMapping
    ModelAndView show() {
        return setup.isOpen()
                ? form(new Form("", "", formats.zoneOfInstallation(), "", "", null), HttpStatus.OK)
                : signIn();
    }

    @PostMapping
    ModelAndView complete(@Valid @ModelAttribute("form") Form form, BindingResult errors, RedirectAttributes redirect) {
        if (!setup.isOpen()) {
            return signIn();
        }
        Password password = Forms.chosen(
                form.password(), new PasswordHolder(form.email(), form.name(), form.organization()), rules, errors);
        if (!errors.hasFieldErrors("code") && !setup.accepts(form.code())) {
            errors.rejectValue("code", "setup.code.wrong");
        }
        if (errors.hasErrors() || password == null) {
            return new ModelAndView("identity/setup", errors.getModel(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (setup.complete(
                form.code(),
                new FirstOwner(form.organization(), form.timeZone(), form.name(), form.email(), password))) {
            redirect.addFlashAttribute(
                    PageNotice.ATTRIBUTE,
                    PageNotice.done(
                            messages.getMessage("setup.done", new Object[] {form.organization()}, Locale.ENGLISH)));
        }
        return signIn();
    }

    private static ModelAndView form(Form form, HttpStatusCode status) {
        ModelAndView page = new ModelAndView("identity/setup", status);
        page.addObject("form", form);
        return page;
    }

    private static ModelAndView signIn() {
        return new ModelAndView("redirect:/login");
    }
}
