package app.ascent.journey;

import app.ascent.identity.CurrentUser;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationService;
import app.ascent.migration.Migrations;
import app.ascent.migration.Reports;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.RunId;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** The runs of a migration: the latest one, those before it, and records of one that were tried again. */
@Component
public class RunHistory {

    /** Earlier runs on one page; nobody imports a hundred times. */
    private static final PageRequest RUNS = PageRequest.of(0, 100);

    private final MigrationService service;
    private final Migrations migrations;
    private final Reports reports;
    private final CurrentUser currentUser;
    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;

    RunHistory(
            MigrationService service,
            Migrations migrations,
            Reports reports,
            CurrentUser currentUser,
            Formats formats,
            Texts texts,
            RecordTypes types) {
        this.service = service;
        this.migrations = migrations;
        this.reports = reports;
        this.currentUser = currentUser;
        this.formats = formats;
        this.texts = texts;
        this.types = types;
    }

    public static RunView latest(AutotaskMigration migration) {
        RunView run = migration.migration().run();
        if (run == null) {
            throw new IllegalStateException(
                    "A migration that is " + migration.migration().status() + " has no run");
        }
        return run;
    }

    public Optional<RunView> run(AutotaskMigration migration, RunId run) {
        return migrations.run(currentUser.organization(), migration.migration().id(), run);
    }

    /** The runs before the latest one. */
    public List<RunView> before(AutotaskMigration migration) {
        RunId latest = latest(migration).id();
        return migrations
                .runs(currentUser.organization(), migration.migration().id(), RUNS)
                .filter(run -> !run.id().equals(latest))
                .toList();
    }

    public long count(AutotaskMigration migration) {
        return migrations
                .runs(currentUser.organization(), migration.migration().id(), RUNS)
                .getTotalElements();
    }

    /** What earlier runs left in Ascent, as a sentence; empty where there was none. */
    public String earlier(AutotaskMigration migration) {
        RunView run = latest(migration);
        return run.number() == 1
                ? ""
                : RunDeeds.earlier(
                        run, service.holdings(migration.migration().id()).inAscent(), texts, types);
    }

    /** Whether only single records of the run are under way, or stand still: the run itself came to its end before. */
    public boolean triesAgain(RunView run) {
        return reports.lastRetry(run.id()).filter(retry -> retry.pending() > 0).isPresent();
    }

    /** What came of trying records of the run again, the last time. */
    public Optional<TriedAgain> tried(RunView run) {
        return reports.lastRetry(run.id()).map(result -> TriedAgain.of(result, run, formats, texts));
    }
}
