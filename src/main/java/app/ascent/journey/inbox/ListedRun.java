package app.ascent.journey.inbox;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationService;
import app.ascent.journey.Heads;
import app.ascent.journey.RunHistory;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.MigrationId;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The run whose records are listed, and what a page of them says of it. */
@Component
class ListedRun {

    private final MigrationService migrations;
    private final Reports reports;
    private final Heads heads;
    private final RunHistory history;
    private final CurrentUser currentUser;
    private final Formats formats;
    private final Texts texts;

    ListedRun(
            MigrationService migrations,
            Reports reports,
            Heads heads,
            RunHistory history,
            CurrentUser currentUser,
            Formats formats,
            Texts texts) {
        this.migrations = migrations;
        this.reports = reports;
        this.heads = heads;
        this.history = history;
        this.currentUser = currentUser;
        this.formats = formats;
        this.texts = texts;
    }

    /** @param href of the other list */
    record OtherList(String text, String link, String href) {}

    AutotaskMigration migration(UUID id) {
        AutotaskMigration found = migrations.get(new MigrationId(id));
        if (found.migration().run() == null) {
            throw new MigrationRefused.NotInThisState(found.migration().status(), texts.say("refused.no-run"));
        }
        return found;
    }

    /** @param number of the run that was asked for, or null for the one people see by themselves */
    RunView of(AutotaskMigration migration, @Nullable Integer number) {
        return reports.run(organization(), migration.migration().id(), number)
                .orElseGet(() -> RunHistory.latest(migration));
    }

    Place place(AutotaskMigration migration, RunView run, @Nullable Integer asked, List<RecordView> found) {
        RunView latest = RunHistory.latest(migration);
        boolean ended = run.status() == RunStatus.COMPLETED_WITH_ISSUES && run.number() == latest.number();
        return new Place(
                organization(),
                migration.migration().id(),
                migration.connection().zone(),
                asked,
                ended,
                !latest.status().active(),
                ended ? Place.Next.RETRY : latest.status().terminal() ? Place.Next.RUN : Place.Next.WAIT,
                reports.retries(run.id(), found),
                Heads.ROOT + "/" + migration.migration().id());
    }

    String page(AutotaskMigration migration, RunView run, Model model) {
        model.addAttribute("head", heads.of(migration));
        model.addAttribute(
                "runTitle", texts.say("run.title", Integer.toString(run.number()), formats.date(run.startedAt())));
        model.addAttribute("runHref", Heads.ROOT + "/" + migration.migration().id() + "/runs/" + run.id());
        model.addAttribute("other", other(migration, run));
        model.addAttribute("tried", history.tried(run).orElse(null));
        return "journey/issues";
    }

    OrganizationId organization() {
        return currentUser.organization();
    }

    /** Which other list there is: that of the latest run, or the last one of a run that came to its end. */
    private @Nullable OtherList other(AutotaskMigration migration, RunView run) {
        RunView latest = RunHistory.latest(migration);
        RunView other = run.number() == latest.number() ? of(migration, null) : latest;
        if (other.number() == run.number()) {
            return null;
        }
        String number = Integer.toString(other.number());
        return new OtherList(
                texts.say("issues.other." + standing(other, latest), Integer.toString(run.number()), number),
                texts.say("issues.of", number),
                Heads.ROOT + "/" + migration.migration().id() + "/issues?run=" + number);
    }

    private static String standing(RunView other, RunView latest) {
        if (other.number() != latest.number()) {
            return "part";
        }
        return switch (latest.status()) {
            case COMPLETED, COMPLETED_WITH_ISSUES -> "ended";
            case CANCELLED -> "cancelled";
            case CREATED, QUEUED, RUNNING, WAITING, PAUSED, FAILED -> latest.retrying() ? "ended" : "so-far";
        };
    }
}
