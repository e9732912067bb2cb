package app.ascent.journey.overview;

import app.ascent.autotask.client.Zone;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationService;
import app.ascent.journey.Figure;
import app.ascent.journey.Heads;
import app.ascent.journey.Status;
import app.ascent.journey.Totals;
import app.ascent.journey.connect.ConnectScreen;
import app.ascent.journey.decide.ReviewScreen;
import app.ascent.journey.progress.ProgressScreen;
import app.ascent.journey.report.ReportScreen;
import app.ascent.migration.MigrationView;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.MigrationId;
import app.ascent.web.Formats;
import app.ascent.web.LastPage;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the Owner sees of migrations: one address for each, whose page follows the state of its latest run. */
@Controller
@PreAuthorize("hasAuthority('migrations.manage')")
class MigrationPages {

    private static final int PER_PAGE = 25;

    private final MigrationService migrations;
    private final Heads heads;
    private final Formats formats;
    private final ConnectScreen connecting;
    private final ReviewScreen review;
    private final ProgressScreen progress;
    private final ReportScreen report;

    MigrationPages(
            MigrationService migrations,
            Heads heads,
            Formats formats,
            ConnectScreen connecting,
            ReviewScreen review,
            ProgressScreen progress,
            ReportScreen report) {
        this.migrations = migrations;
        this.heads = heads;
        this.formats = formats;
        this.connecting = connecting;
        this.review = review;
        this.progress = progress;
        this.report = report;
    }

    /** One of several migrations. */
    record MigrationLine(String href, String zone, String database, Status status, Figure loaded, String created) {}

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
            return connecting.show(model);
        }
        model.addAttribute("page", found);
        model.addAttribute("lines", lines(found.getContent()));
        return "journey/list";
    }

    @GetMapping(Heads.ROOT + "/{id}")
    String one(@PathVariable UUID id, Model model, HttpSession session) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        model.addAttribute("head", heads.of(migration));
        RunView run = migration.migration().run();
        if (run != null && run.retrying() && run.status().active()) {
            return report.show(migration, model);
        }
        return switch (migration.migration().status()) {
            case CREATED -> review.show(migration, model, session);
            case QUEUED, RUNNING, WAITING, PAUSED, FAILED, CANCELLED -> progress.show(migration, model);
            case COMPLETED, COMPLETED_WITH_ISSUES -> report.show(migration, model);
        };
    }

    private List<MigrationLine> lines(List<MigrationView> views) {
        Map<MigrationId, Zone> zones = migrations.zones(views);
        return views.stream()
                .map(view -> line(view, Objects.requireNonNull(zones.get(view.id()))))
                .toList();
    }

    private MigrationLine line(MigrationView view, Zone zone) {
        RunView run = view.run();
        return new MigrationLine(
                Heads.ROOT + "/" + view.id(),
                zone.name(),
                Long.toString(view.source().database()),
                Status.of(view.status()),
                run == null
                        ? Figure.UNKNOWN
                        : Figure.of(Totals.of(run.entities()).loaded(), formats),
                formats.dateTime(view.createdAt()));
    }
}
