package app.ascent.journey.report;

import app.ascent.identity.CurrentUser;
import app.ascent.importing.AutotaskMigration;
import app.ascent.journey.Heads;
import app.ascent.journey.RunFacts;
import app.ascent.journey.RunHistory;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.MigrationId;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a migration whose run has come to its end. */
@Component
public class ReportScreen {

    private final Reports reports;
    private final CurrentUser currentUser;
    private final ReportViews views;
    private final RunFacts facts;
    private final EarlierRuns earlier;
    private final RunHistory history;
    private final Heads heads;

    ReportScreen(
            Reports reports,
            CurrentUser currentUser,
            ReportViews views,
            RunFacts facts,
            EarlierRuns earlier,
            RunHistory history,
            Heads heads) {
        this.reports = reports;
        this.currentUser = currentUser;
        this.views = views;
        this.facts = facts;
        this.earlier = earlier;
        this.history = history;
        this.heads = heads;
    }

    public String show(AutotaskMigration migration, Model model) {
        MigrationId id = migration.migration().id();
        RunView run = RunHistory.latest(migration);
        long waiting = reports.decisions(currentUser.organization(), id).stream()
                .filter(Decision::waits)
                .count();
        model.addAttribute(
                "report",
                views.of(
                        reports.report(currentUser.organization(), id),
                        Heads.ROOT + "/" + id,
                        facts.ended(run, heads.name(run.startedBy())),
                        earlier.before(migration),
                        waiting));
        model.addAttribute("tried", history.tried(run).orElse(null));
        return "journey/report";
    }
}
