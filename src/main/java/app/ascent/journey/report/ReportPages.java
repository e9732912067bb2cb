package app.ascent.journey.report;

import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationService;
import app.ascent.journey.Heads;
import app.ascent.journey.RunHistory;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What stands beside the report: earlier runs, and records that are tried again. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}")
@PreAuthorize("hasAuthority('migrations.manage')")
class ReportPages {

    private final MigrationService migrations;
    private final Heads heads;
    private final RunHistory history;
    private final EarlierRuns earlier;

    ReportPages(MigrationService migrations, Heads heads, RunHistory history, EarlierRuns earlier) {
        this.migrations = migrations;
        this.heads = heads;
        this.history = history;
        this.earlier = earlier;
    }

    /** What the report says of records that are tried again; once nothing is to come, the page is told to load anew. */
    @GetMapping("/tried")
    String tried(@PathVariable UUID id, Model model, HttpServletResponse response) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        RunView run = migration.migration().run();
        model.addAttribute("head", heads.of(migration));
        model.addAttribute("tried", run == null ? null : history.tried(run).orElse(null));
        if (!migration.migration().status().active()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "journey/parts :: tried";
    }

    @GetMapping("/runs/{run}")
    String run(@PathVariable UUID id, @PathVariable UUID run, Model model) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        RunView found = history.run(migration, new RunId(run)).orElseThrow(MigrationRefused.Unknown::new);
        model.addAttribute("head", heads.of(migration));
        model.addAttribute("run", earlier.page(migration, found));
        return "journey/run";
    }
}
