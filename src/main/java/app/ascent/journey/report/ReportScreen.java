package app.ascent.journey.report;

import app.ascent.identity.CurrentUser;
import app.ascent.importing.AutotaskEntities;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.Somebody;
import app.ascent.importing.SourceHours;
import app.ascent.importing.WhoIsWho;
import app.ascent.journey.Fact;
import app.ascent.journey.Figure;
import app.ascent.journey.Heads;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.ReviewTabs;
import app.ascent.journey.RunFacts;
import app.ascent.journey.RunHistory;
import app.ascent.journey.Totals;
import app.ascent.journey.WaitingChoices;
import app.ascent.journey.report.ReportView.Notice;
import app.ascent.journey.report.ReportView.Tile;
import app.ascent.migration.EntityProgress;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.Report;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Scope;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import app.ascent.web.Texts.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a migration whose run has come to its end: sentences, sums and reasons. */
@Component
public class ReportScreen {

    private final Reports reports;
    private final WhoIsWho who;
    private final CurrentUser currentUser;
    private final RunFacts facts;
    private final EarlierRuns earlier;
    private final RunHistory history;
    private final Heads heads;
    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;
    private final UnknownValues unknown;
    private final CountTable counts;
    private final ReasonGroups groups;
    private final ReviewTabs tabs;

    ReportScreen(
            Reports reports,
            WhoIsWho who,
            CurrentUser currentUser,
            RunFacts facts,
            EarlierRuns earlier,
            RunHistory history,
            Heads heads,
            Formats formats,
            Texts texts,
            RecordTypes types,
            AutotaskEntities entities,
            CountTable counts,
            ReasonGroups groups,
            ReviewTabs tabs) {
        this.reports = reports;
        this.who = who;
        this.currentUser = currentUser;
        this.facts = facts;
        this.earlier = earlier;
        this.history = history;
        this.heads = heads;
        this.formats = formats;
        this.texts = texts;
        this.types = types;
        this.unknown = new UnknownValues(formats, texts, types, entities);
        this.counts = counts;
        this.groups = groups;
        this.tabs = tabs;
    }

    public String show(AutotaskMigration migration, Model model) {
        MigrationId id = migration.migration().id();
        RunView run = RunHistory.latest(migration);
        List<Decision> decisions = reports.decisions(currentUser.organization(), id);
        List<Somebody> people = who.of(id);
        model.addAttribute("tabs", tabs.of(migration, ReviewTabs.OVERVIEW, decisions, people));
        model.addAttribute(
                "report",
                of(
                        reports.report(currentUser.organization(), id),
                        run.scope(),
                        Heads.ROOT + "/" + id,
                        facts.ended(run, heads.name(run.startedBy())),
                        earlier.before(migration),
                        decisions,
                        people));
        model.addAttribute("tried", history.tried(run).orElse(null));
        return "journey/report";
    }

    /**
     * @param scope of the run the report is about
     * @param facts of the run the report is about
     * @param decisions what values become, by now
     * @param people who they are, by now
     */
    ReportView of(
            Report report,
            Scope scope,
            String root,
            List<Fact> facts,
            List<ReportView.RunLine> previous,
            List<Decision> decisions,
            List<Somebody> people) {
        Totals totals = Totals.of(report.entities());
        return new ReportView(
                sentence(totals),
                tiles(report, totals, root),
                counts.of(report.entities(), scope, root),
                notices(report),
                report.entities().stream()
                        .anyMatch(entity -> entity.entity().equals(SourceHours.ENTITY) && entity.pulled() > 0),
                WaitingChoices.of(decisions, people, texts),
                unknown.of(report.unmapped(), decisions, root),
                clean(totals),
                groups.of(report, totals, root),
                facts,
                previous);
    }

    private List<Part> sentence(Totals totals) {
        String pulled = formats.count(totals.pulled());
        String fewer = totals.fewer() == 0 ? "" : ".fewer";
        return totals.skipped() + totals.failed() == 0
                ? texts.rich("report.clean" + fewer, pulled, formats.count(totals.fewer()))
                : texts.rich(
                        "report.sentence" + fewer,
                        formats.count(totals.loaded()),
                        pulled,
                        formats.count(totals.skipped()),
                        formats.count(totals.failed()),
                        totals.skipped(),
                        formats.count(totals.fewer()));
    }

    private List<Tile> tiles(Report report, Totals totals, String root) {
        String issues = root + "/issues?outcome=";
        long remarks = ReasonGroups.remarks(report);
        String show = remarks == totals.warnings()
                ? texts.say("tile.warned.show", remarks)
                : texts.say("tile.warned.several", remarks);
        return List.of(
                new Tile(
                        Outcome.LOADED,
                        texts.say("tile.loaded"),
                        Figure.of(totals.loaded(), formats, issues + "loaded"),
                        share(totals),
                        null),
                tile(Outcome.SKIPPED, totals.skipped(), issues, texts.say("tile.skipped.show")),
                tile(Outcome.FAILED, totals.failed(), issues, texts.say("tile.failed.show")),
                tile(Outcome.WARNED, totals.warnings(), issues, show));
    }

    private Tile tile(Outcome outcome, long count, String issues, String show) {
        String name = outcome.name().toLowerCase(Locale.ROOT);
        return new Tile(
                outcome,
                texts.say("tile." + name),
                Figure.of(count, formats, issues + name),
                count == 0 ? null : show,
                count == 0 ? null : issues + name);
    }

    /** A share may have one decimal and is rounded down: 100% would claim that nothing is missing. */
    private @Nullable String share(Totals totals) {
        if (totals.pulled() == 0) {
            return null;
        }
        long perMille = totals.loaded() * 1000 / totals.pulled();
        String share = perMille % 10 == 0 ? Long.toString(perMille / 10) : perMille / 10 + "." + perMille % 10;
        return texts.say("tile.loaded.share", share);
    }

    private List<Notice> notices(Report report) {
        List<Notice> notices = new ArrayList<>();
        for (EntityProgress entity : report.entities()) {
            String key = "notice.created." + entity.entity();
            String title = entity.created() == 0 ? "" : texts.sayOr(key, "", entity.created());
            if (!title.isEmpty()) {
                notices.add(new Notice(false, title, texts.say(key + ".text")));
            }
        }
        report.notices()
                .forEach(notice -> notices.add(new Notice(
                        true,
                        texts.sayOr(
                                "notice." + notice.code(),
                                types.plural(notice.entity()),
                                types.inText(notice.entity())),
                        notice.message())));
        return notices;
    }

    private @Nullable String clean(Totals totals) {
        return totals.skipped() + totals.failed() + totals.warnings() + totals.fewer() == 0
                ? texts.say("issues.none.text", formats.count(totals.loaded()))
                : null;
    }
}
