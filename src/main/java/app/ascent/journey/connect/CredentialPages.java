package app.ascent.journey.connect;

import app.ascent.autotask.client.Zone;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.ConnectionRefused;
import app.ascent.importing.DifferentDatabase;
import app.ascent.importing.MigrationService;
import app.ascent.journey.Heads;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.spi.MigrationId;
import app.ascent.web.PageNotice;
import app.ascent.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Replacing the stored credentials of a migration; the old ones stay until the new ones have passed. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}/credentials")
@PreAuthorize("hasAuthority('migrations.manage')")
class CredentialPages {

    private static final String PAGE = "journey/credentials";
    private static final String TEST = "test";
    private static final String API_USER = "apiUser";
    private static final String ZONE = "zoneUrl";

    private final MigrationService migrations;
    private final Heads heads;
    private final ConnectScreen connecting;
    private final TestViews results;
    private final Texts texts;
    private final Clock clock;

    CredentialPages(
            MigrationService migrations,
            Heads heads,
            ConnectScreen connecting,
            TestViews results,
            Texts texts,
            Clock clock) {
        this.migrations = migrations;
        this.heads = heads;
        this.connecting = connecting;
        this.results = results;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model, @RequestParam(defaultValue = "false") boolean practice) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        if (migration.migration().status().active()) {
            throw new MigrationRefused.NotInThisState(migration.migration().status(), texts.say("credentials.active"));
        }
        TestView test = model.getAttribute(TEST) instanceof TestView result ? result : null;
        String user = model.getAttribute(API_USER) instanceof String name ? name : "";
        model.addAttribute("head", heads.of(migration));
        String zone = model.getAttribute(ZONE) instanceof String address ? address : entered(migration);
        model.addAttribute("view", connecting.of(user, zone, test, practice));
        return PAGE;
    }

    @PostMapping
    String replace(
            @PathVariable UUID id,
            CredentialsForm form,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response)
            throws InterruptedException {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        if (!form.problems().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("head", heads.of(migration));
            model.addAttribute("view", connecting.of(form));
            return PAGE;
        }
        try {
            migrations.replaceCredentials(new MigrationId(id), form.credentials());
            redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(texts.say("credentials.replaced")));
            return "redirect:" + Heads.ROOT + "/" + id;
        } catch (ConnectionRefused refusal) {
            redirect.addFlashAttribute(TEST, results.of(refusal.report(), null, null));
        } catch (DifferentDatabase refusal) {
            redirect.addFlashAttribute(
                    TEST, results.otherDatabase(clock.instant(), refusal.expected(), refusal.found()));
        }
        redirect.addFlashAttribute(API_USER, form.shownUser());
        redirect.addFlashAttribute(ZONE, form.shownZone());
        return "redirect:" + Heads.ROOT + "/" + id + "/credentials";
    }

    private static String entered(AutotaskMigration migration) {
        Zone zone = migration.connection().zone();
        return zone.entered() ? zone.api().toString() : "";
    }
}
