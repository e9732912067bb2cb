package app.ascent.journey.progress;

import app.ascent.importing.AutotaskMigration;
import app.ascent.journey.RunHistory;
import app.ascent.journey.report.EarlierRuns;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a migration whose run is under way, or stands still. */
@Component
public class ProgressScreen {

    private final ProgressViews views;
    private final EarlierRuns earlier;
    private final RunHistory history;

    ProgressScreen(ProgressViews views, EarlierRuns earlier, RunHistory history) {
        this.views = views;
        this.earlier = earlier;
        this.history = history;
    }

    public String show(AutotaskMigration migration, Model model) {
        RunView run = RunHistory.latest(migration);
        model.addAttribute("progress", views.of(migration, run));
        model.addAttribute("previous", earlier.before(migration));
        model.addAttribute("runNumber", run.number());
        model.addAttribute("earlier", run.status() == RunStatus.CANCELLED ? history.earlier(migration) : "");
        return "journey/progress";
    }
}
