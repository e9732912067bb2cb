package app.ascent.importing.web.page;

import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationService;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.MigrationView;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunId;
import app.ascent.web.LastPage;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What the Owner sees of migrations: one address for each, whose page follows the state of its latest run. */
@Controller
@PreAuthorize("hasAuthority('migrations.manage')")
class MigrationPages {

    private static final int PER_PAGE = 25;

    private final MigrationService migrations;
    private final ConnectViews connecting;
    private final MigrationScreens screens;

    MigrationPages(MigrationService migrations, ConnectViews connecting, MigrationScreens screens) {
        this.migrations = migrations;
        this.connecting = connecting;
        this.screens = screens;
    }

    /** Most organizations have one Autotask database, so they never meet a list. */
    @GetMapping(Heads.ROOT)
    String all(Model model, @RequestParam(defaultValue = "0") int page) {
        Page<MigrationView> found =
                LastPage.orAsked(PageRequest.of(Math.clamp(page, 0, 1_000_000), PER_PAGE), migrations::list);
        if (found.getTotalElements() == 1) {
            return "redirect:" + Heads.ROOT + "/"
                    + found.getContent().getFirst().id();
        }
        if (found.isEmpty()) {
            model.addAttribute("view", connecting.of("", "", null, false));
            return "importing/connect";
        }
        model.addAttribute("page", found);
        model.addAttribute("lines", screens.list(found.getContent()));
        return "importing/list";
    }

    @GetMapping(Heads.ROOT + "/{id}")
    String one(@PathVariable UUID id, Model model, HttpSession session) {
        AutotaskMigration migration = existing(id);
        model.addAttribute("head", screens.head(migration));
        RunView run = migration.migration().run();
        if (run != null && run.retrying() && run.status().active()) {
            return report(migration, run, model);
        }
        return switch (migration.migration().status()) {
            case CREATED -> {
                Tested tested = session.getAttribute(Tested.ATTRIBUTE) instanceof Tested found
                                && found.database()
                                        == migration.migration().source().database()
                        ? found
                        : null;
                model.addAttribute("review", screens.review(migration, tested));
                yield "importing/review";
            }
            case QUEUED, RUNNING, WAITING, PAUSED, FAILED, CANCELLED -> {
                model.addAttribute("progress", screens.progress(migration));
                model.addAttribute("previous", screens.previous(migration));
                model.addAttribute(
                        "runNumber", MigrationScreens.latest(migration).number());
                model.addAttribute(
                        "earlier",
                        migration.migration().status() == RunStatus.CANCELLED ? screens.earlier(migration) : "");
                yield "importing/progress";
            }
            case COMPLETED, COMPLETED_WITH_ISSUES -> report(migration, MigrationScreens.latest(migration), model);
        };
    }

    private String report(AutotaskMigration migration, RunView run, Model model) {
        model.addAttribute("report", screens.report(migration));
        model.addAttribute("tried", screens.tried(run).orElse(null));
        return "importing/report";
    }

    /** What the report says of records that are tried again; once nothing is to come, the page is told to load anew. */
    @GetMapping(Heads.ROOT + "/{id}/tried")
    String tried(@PathVariable UUID id, Model model, HttpServletResponse response) {
        AutotaskMigration migration = existing(id);
        RunView run = migration.migration().run();
        model.addAttribute("head", screens.head(migration));
        model.addAttribute("tried", run == null ? null : screens.tried(run).orElse(null));
        if (!migration.migration().status().active()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "importing/parts :: tried";
    }

    /** The block of the page that asks for itself again; once the run has ended, the page is told to load anew. */
    @GetMapping(Heads.ROOT + "/{id}/progress")
    String progress(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model,
            HttpServletResponse response) {
        AutotaskMigration migration = existing(id);
        if (!fragment) {
            return "redirect:" + Heads.ROOT + "/" + id;
        }
        model.addAttribute("head", screens.head(migration));
        model.addAttribute("progress", screens.progress(migration));
        if (!migration.migration().status().active()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "importing/progress :: live";
    }

    @GetMapping(Heads.ROOT + "/{id}/runs/{run}")
    String run(@PathVariable UUID id, @PathVariable UUID run, Model model) {
        AutotaskMigration migration = existing(id);
        RunView found = screens.run(migration, new RunId(run)).orElseThrow(MigrationRefused.Unknown::new);
        model.addAttribute("head", screens.head(migration));
        model.addAttribute("run", screens.earlier(migration, found));
        return "importing/run";
    }

    private AutotaskMigration existing(UUID id) {
        return migrations.find(new MigrationId(id)).orElseThrow(MigrationRefused.Unknown::new);
    }
}
