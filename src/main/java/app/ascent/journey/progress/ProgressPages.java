package app.ascent.journey.progress;

import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationService;
import app.ascent.journey.Heads;
import app.ascent.journey.RunHistory;
import app.ascent.migration.spi.MigrationId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** The block of the page that asks for itself again; once the run has ended, the page is told to load anew. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}/progress")
@PreAuthorize("hasAuthority('migrations.manage')")
class ProgressPages {

    private final MigrationService migrations;
    private final Heads heads;
    private final ProgressScreen screen;

    ProgressPages(MigrationService migrations, Heads heads, ProgressScreen screen) {
        this.migrations = migrations;
        this.heads = heads;
        this.screen = screen;
    }

    @GetMapping
    String progress(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model,
            HttpServletResponse response) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        if (!fragment) {
            return "redirect:" + Heads.ROOT + "/" + id;
        }
        model.addAttribute("head", heads.of(migration));
        model.addAttribute("progress", screen.of(migration, RunHistory.latest(migration)));
        if (!migration.migration().status().active()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "journey/progress :: live";
    }
}
