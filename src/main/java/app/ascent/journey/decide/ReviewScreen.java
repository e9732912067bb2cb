package app.ascent.journey.decide;

import app.ascent.identity.CurrentUser;
import app.ascent.importing.AutotaskMigration;
import app.ascent.journey.connect.Tested;
import app.ascent.migration.MigrationView;
import app.ascent.migration.Migrations;
import app.ascent.migration.Reports;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a migration that was never started. */
@Component
public class ReviewScreen {

    private final Migrations migrations;
    private final Reports reports;
    private final CurrentUser currentUser;
    private final ReviewViews views;

    ReviewScreen(Migrations migrations, Reports reports, CurrentUser currentUser, ReviewViews views) {
        this.migrations = migrations;
        this.reports = reports;
        this.currentUser = currentUser;
        this.views = views;
    }

    public String show(AutotaskMigration migration, Model model, HttpSession session) {
        MigrationView view = migration.migration();
        model.addAttribute(
                "review",
                views.of(
                        migration,
                        migrations.entities(),
                        reports.decisions(currentUser.organization(), view.id()),
                        Tested.of(view.source().database(), session)));
        return "journey/review";
    }
}
