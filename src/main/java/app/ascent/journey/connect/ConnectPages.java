package app.ascent.journey.connect;

import app.ascent.importing.ConnectionRefused;
import app.ascent.importing.MigrationService;
import app.ascent.journey.Heads;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.spi.MigrationId;
import app.ascent.web.PageNotice;
import app.ascent.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Connecting to Autotask: enter three values, test them, create a migration. With script the form stays in the browser
 * and only the result is swapped in; without it a test redirects, and a reload can never repeat a rejected one.
 */
@Controller
@PreAuthorize("hasAuthority('migrations.manage')")
class ConnectPages {

    private static final String PAGE = "journey/connect";
    private static final String NEW = Heads.ROOT + "/new";
    private static final String TEST = "test";
    private static final String API_USER = "apiUser";
    private static final String ZONE = "zoneUrl";

    private final MigrationService migrations;
    private final ConnectScreen views;
    private final ConnectionTests tests;
    private final TestViews results;
    private final Texts texts;
    private final Clock clock;

    ConnectPages(
            MigrationService migrations,
            ConnectScreen views,
            ConnectionTests tests,
            TestViews results,
            Texts texts,
            Clock clock) {
        this.migrations = migrations;
        this.views = views;
        this.tests = tests;
        this.results = results;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping(NEW)
    String show(Model model, @RequestParam(defaultValue = "false") boolean practice) {
        model.addAttribute("view", views.of(text(model, API_USER), text(model, ZONE), result(model), practice));
        return PAGE;
    }

    @PostMapping(Heads.ROOT + "/test")
    String test(
            CredentialsForm form,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model,
            RedirectAttributes redirect,
            HttpSession session,
            HttpServletResponse response)
            throws InterruptedException {
        if (!form.problems().isEmpty()) {
            return refused(form, fragment, model, response);
        }
        ConnectionTests.Result result = tests.of(form.credentials(), session);
        if (fragment) {
            model.addAttribute("view", views.of(form.shownUser(), form.shownZone(), result.view(), false));
            return PAGE + " :: tested";
        }
        redirect.addFlashAttribute(TEST, result.view());
        redirect.addFlashAttribute(API_USER, form.shownUser());
        redirect.addFlashAttribute(ZONE, form.shownZone());
        return "redirect:" + NEW;
    }

    @PostMapping(Heads.ROOT)
    String create(CredentialsForm form, Model model, RedirectAttributes redirect, HttpServletResponse response)
            throws InterruptedException {
        if (!form.problems().isEmpty()) {
            return refused(form, false, model, response);
        }
        try {
            MigrationId created = migrations.create(form.credentials());
            redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(texts.say("migration.created")));
            return "redirect:" + Heads.ROOT + "/" + created;
        } catch (ConnectionRefused refusal) {
            redirect.addFlashAttribute(TEST, results.of(refusal.report(), null, null));
        } catch (MigrationRefused.AlreadyExists refusal) {
            redirect.addFlashAttribute(TEST, results.already(clock.instant(), refusal.existing(), List.of()));
        }
        redirect.addFlashAttribute(API_USER, form.shownUser());
        redirect.addFlashAttribute(ZONE, form.shownZone());
        return "redirect:" + NEW;
    }

    private String refused(CredentialsForm form, boolean fragment, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("view", views.of(form));
        return fragment ? PAGE + " :: problems" : PAGE;
    }

    private static @Nullable TestView result(Model model) {
        return model.getAttribute(TEST) instanceof TestView test ? test : null;
    }

    private static String text(Model model, String name) {
        return model.getAttribute(name) instanceof String text ? text : "";
    }
}
