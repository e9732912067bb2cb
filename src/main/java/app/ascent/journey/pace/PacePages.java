package app.ascent.journey.pace;

import app.ascent.autotask.Pace;
import app.ascent.autotask.PaceRefused;
import app.ascent.autotask.QuietHours;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationPace;
import app.ascent.importing.MigrationService;
import app.ascent.journey.Heads;
import app.ascent.migration.spi.MigrationId;
import app.ascent.web.Formats;
import app.ascent.web.PageNotice;
import app.ascent.web.Texts;
import app.ascent.web.TimeZones;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** How gently a migration calls Autotask: its share of the quota, and the hours in which it keeps quiet. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}/pace")
@PreAuthorize("hasAuthority('migrations.manage')")
class PacePages {

    private static final String PAGE = "journey/pace";
    private static final int STEP = 5;

    /** What the form shows; what was refused comes back as it was entered. */
    record PaceView(
            List<Integer> shares,
            int share,
            String from,
            String to,
            String zone,
            @Nullable String field,
            @Nullable String problem) {

        public boolean wrong(String name) {
            return name.equals(field);
        }
    }

    private final MigrationService migrations;
    private final MigrationPace paces;
    private final Heads heads;
    private final Formats formats;
    private final Texts texts;

    PacePages(MigrationService migrations, MigrationPace paces, Heads heads, Formats formats, Texts texts) {
        this.migrations = migrations;
        this.paces = paces;
        this.heads = heads;
        this.formats = formats;
        this.texts = texts;
    }

    @GetMapping
    String ask(@PathVariable UUID id, Model model) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        Pace pace = paces.of(migration.migration().id());
        QuietHours quiet = pace.quietHours();
        model.addAttribute("head", heads.of(migration));
        model.addAttribute(
                "view",
                new PaceView(
                        shares(pace.sharePercent()),
                        pace.sharePercent(),
                        quiet == null ? "" : quiet.from().toString(),
                        quiet == null ? "" : quiet.to().toString(),
                        TimeZones.name(quiet == null ? formats.zone() : quiet.zone()),
                        null,
                        null));
        return PAGE;
    }

    @PostMapping
    String change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int share,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String zone,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        try {
            paces.change(migration.migration().id(), new Pace(share, quietHours(from, to, zone)));
        } catch (PaceRefused refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("head", heads.of(migration));
            model.addAttribute(
                    "view", new PaceView(shares(share), share, from, to, zone, refusal.field(), refusal.getMessage()));
            return PAGE;
        }
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(texts.say("pace.done")));
        return "redirect:" + Heads.ROOT + "/" + id;
    }

    private static @Nullable QuietHours quietHours(String from, String to, String zone) {
        return from.isBlank() && to.isBlank() ? null : QuietHours.of(from, to, zone);
    }

    /** In steps, and what was chosen by other ways. */
    private List<Integer> shares(int chosen) {
        List<Integer> shares = new ArrayList<>();
        int most = paces.mostPercent();
        for (int share = most; share > 0 && share >= Math.min(most, Pace.GENTLEST); share -= STEP) {
            shares.add(share);
        }
        if (!shares.contains(chosen) && chosen >= Math.min(most, Pace.GENTLEST) && chosen <= most) {
            shares.add(chosen);
        }
        return shares;
    }
}
