package app.ascent.importing.web.page;

import app.ascent.autotask.client.Zone;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationService;
import app.ascent.importing.web.page.ReportView.RunLine;
import app.ascent.migration.MigrationView;
import app.ascent.migration.Migrations;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunId;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Gathers what a page of a migration shows, for the organization of the signed-in Owner. */
@Component
class MigrationScreens {

    /** Earlier runs on one page; nobody imports a hundred times. */
    private static final PageRequest RUNS = PageRequest.of(0, 100);

    private final MigrationService service;
    private final Migrations migrations;
    private final Reports reports;
    private final CurrentUser currentUser;
    private final Heads heads;
    private final ReviewViews reviews;
    private final ProgressViews progresses;
    private final ReportViews reportViews;
    private final EarlierRuns earlierRuns;
    private final RunFacts facts;
    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;

    MigrationScreens(
            MigrationService service,
            Migrations migrations,
            Reports reports,
            CurrentUser currentUser,
            Heads heads,
            ReviewViews reviews,
            ProgressViews progresses,
            ReportViews reportViews,
            EarlierRuns earlierRuns,
            RunFacts facts,
            Formats formats,
            Texts texts,
            RecordTypes types) {
        this.service = service;
        this.migrations = migrations;
        this.reports = reports;
        this.currentUser = currentUser;
        this.heads = heads;
        this.reviews = reviews;
        this.progresses = progresses;
        this.reportViews = reportViews;
        this.earlierRuns = earlierRuns;
        this.facts = facts;
        this.formats = formats;
        this.texts = texts;
        this.types = types;
    }

    /** One of several migrations. */
    record MigrationLine(String href, String zone, String database, Badge badge, Figure loaded, String created) {}

    List<MigrationLine> list(List<MigrationView> views) {
        Map<MigrationId, Zone> zones = service.zones(views);
        return views.stream()
                .map(view -> line(view, Objects.requireNonNull(zones.get(view.id()))))
                .toList();
    }

    MigrationHead head(AutotaskMigration migration) {
        return heads.of(organization(), migration);
    }

    ReviewView review(AutotaskMigration migration, @Nullable Tested tested) {
        return reviews.of(
                migration,
                migrations.entities(),
                reports.decisions(organization(), migration.migration().id()),
                tested);
    }

    ProgressView progress(AutotaskMigration migration) {
        return progresses.of(organization(), migration, latest(migration));
    }

    ReportView report(AutotaskMigration migration) {
        MigrationId id = migration.migration().id();
        RunView run = latest(migration);
        return reportViews.of(
                reports.report(organization(), id),
                Heads.ROOT + "/" + id,
                facts.ended(run, heads.name(organization(), run.startedBy())),
                previous(migration),
                waiting(migration));
    }

    /** Choices of what values become that the latest run did not go by. */
    long waiting(AutotaskMigration migration) {
        return reports.decisions(organization(), migration.migration().id()).stream()
                .filter(Decision::waits)
                .count();
    }

    /** Whether only single records of the run are under way, or stand still: the run itself came to its end before. */
    boolean triesAgain(RunView run) {
        return reports.lastRetry(run.id()).filter(retry -> retry.pending() > 0).isPresent();
    }

    /** What came of trying records of the run again, the last time. */
    Optional<TriedAgain> tried(RunView run) {
        return reports.lastRetry(run.id()).map(result -> TriedAgain.of(result, run, formats, texts));
    }

    /** What earlier runs left in Ascent, as a sentence; empty where there was none. */
    String earlier(AutotaskMigration migration) {
        RunView run = latest(migration);
        return run.number() == 1
                ? ""
                : RunDeeds.earlier(
                        run, service.holdings(migration.migration().id()).inAscent(), texts, types);
    }

    /** The runs before the latest one. */
    List<RunLine> previous(AutotaskMigration migration) {
        MigrationId id = migration.migration().id();
        RunId latest = latest(migration).id();
        List<RunView> before = migrations.runs(organization(), id, RUNS).stream()
                .filter(run -> !run.id().equals(latest))
                .toList();
        Map<UserId, String> names = heads.names(
                organization(),
                before.stream().map(RunView::startedBy).distinct().toList());
        return before.stream()
                .map(run -> earlierRuns.line(Heads.ROOT + "/" + id, run, names))
                .toList();
    }

    Optional<RunView> run(AutotaskMigration migration, RunId run) {
        return migrations.run(organization(), migration.migration().id(), run);
    }

    EarlierRuns.EarlierRun earlier(AutotaskMigration migration, RunView run) {
        return earlierRuns.page(
                run,
                heads.name(organization(), run.startedBy()),
                latest(migration).number());
    }

    long runs(AutotaskMigration migration) {
        return migrations.runs(organization(), migration.migration().id(), RUNS).getTotalElements();
    }

    OrganizationId organization() {
        return currentUser.organization();
    }

    static RunView latest(AutotaskMigration migration) {
        RunView run = migration.migration().run();
        if (run == null) {
            throw new IllegalStateException(
                    "A migration that is " + migration.migration().status() + " has no run");
        }
        return run;
    }

    private MigrationLine line(MigrationView view, Zone zone) {
        RunView run = view.run();
        return new MigrationLine(
                Heads.ROOT + "/" + view.id(),
                zone.name(),
                Long.toString(view.source().database()),
                Badge.of(view.status()),
                run == null
                        ? Figure.UNKNOWN
                        : Figure.of(Totals.of(run.entities()).loaded(), formats),
                formats.dateTime(view.createdAt()));
    }
}
