package app.ascent.identity.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationSettings;
import app.ascent.identity.Organizations;
import app.ascent.web.DateStyle;
import app.ascent.web.Formats;
import app.ascent.web.PageNotice;
import app.ascent.web.Texts;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** The page on which Owner and Admin say what their organization is called and how it reads times, dates and amounts. */
@Controller
@RequestMapping("/settings/organization")
@PreAuthorize("hasAuthority('organization.manage')")
class OrganizationPages {

    private final Organizations organizations;
    private final CurrentUser currentUser;
    private final Formats formats;
    private final Texts texts;

    OrganizationPages(Organizations organizations, CurrentUser currentUser, Formats formats, Texts texts) {
        this.organizations = organizations;
        this.currentUser = currentUser;
        this.formats = formats;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show() {
        OrganizationSettings now = organizations.settings(currentUser.organization());
        String zone = Objects.requireNonNullElse(now.timeZone(), formats.zoneOfInstallation());
        return page(HttpStatus.OK, Map.of("form", OrganizationForm.of(now, zone)));
    }

    @PostMapping
    ModelAndView change(
            @Valid @ModelAttribute("form") OrganizationForm form, BindingResult errors, RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, errors.getModel());
        }
        organizations.change(currentUser.get(), form.settings());
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(texts.say("organization.saved")));
        return new ModelAndView("redirect:/settings/organization");
    }

    private ModelAndView page(HttpStatus status, Map<String, ?> model) {
        ModelAndView page = new ModelAndView("identity/organization", model);
        page.setStatus(status);
        page.addObject("languages", labels(OrganizationSettings.LANGUAGES.stream(), OrganizationPages::language));
        page.addObject(
                "dateStyles", labels(Arrays.stream(DateStyle.values()).map(Enum::name), name -> DateStyle.valueOf(name)
                        .example()));
        page.addObject("currencies", labels(OrganizationSettings.CURRENCIES.stream(), OrganizationPages::currency));
        return page;
    }

    private static Map<String, String> labels(Stream<String> values, Function<String, String> label) {
        return values.collect(Collectors.toMap(Function.identity(), label, (one, _) -> one, LinkedHashMap::new));
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }

    private static String currency(String code) {
        return code + " · " + Currency.getInstance(code).getDisplayName(Locale.ENGLISH);
    }
}
