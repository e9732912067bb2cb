package app.ascent.journey.report;

import app.ascent.identity.UserId;
import app.ascent.importing.AutotaskMigration;
import app.ascent.journey.Fact;
import app.ascent.journey.Figure;
import app.ascent.journey.Heads;
import app.ascent.journey.RunFacts;
import app.ascent.journey.RunHistory;
import app.ascent.journey.Status;
import app.ascent.journey.Totals;
import app.ascent.journey.report.ReportView.RunLine;
import app.ascent.migration.Reports;
import app.ascent.migration.RunView;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs that another one followed: a line each, and a page of their counters, with the way to their issues. */
@Component
public class EarlierRuns {

    private final Formats formats;
    private final Texts texts;
    private final CountTable counts;
    private final RunFacts facts;
    private final RunHistory history;
    private final Heads heads;

    EarlierRuns(Formats formats, Texts texts, CountTable counts, RunFacts facts, RunHistory history, Heads heads) {
        this.formats = formats;
        this.texts = texts;
        this.counts = counts;
        this.facts = facts;
        this.history = history;
        this.heads = heads;
    }

    /**
     * @param latest whether no run followed it
     * @param past whether so many did that its records are no longer listed
     */
    record EarlierRun(
            int number,
            String title,
            Status status,
            String sub,
            boolean latest,
            boolean past,
            ReportView.Sum sum,
            List<Fact> facts) {}

    /** The runs before the latest one. */
    public List<RunLine> before(AutotaskMigration migration) {
        List<RunView> before = history.before(migration);
        Map<UserId, String> names =
                heads.names(before.stream().map(RunView::startedBy).distinct().toList());
        String root = Heads.ROOT + "/" + migration.migration().id();
        return before.stream().map(run -> line(root, run, names)).toList();
    }

    private RunLine line(String root, RunView run, Map<UserId, String> names) {
        Totals totals = Totals.of(run.entities());
        return new RunLine(
                root + "/runs/" + run.id(),
                formats.dateTime(run.startedAt()),
                texts.say("run.kind." + run.kind()),
                names.getOrDefault(run.startedBy(), texts.say("somebody")),
                Status.of(run.status()),
                formats.duration(run.worked()),
                Figure.of(totals.pulled(), formats),
                Figure.of(totals.loaded(), formats),
                Figure.of(totals.skipped(), formats),
                Figure.of(totals.failed(), formats));
    }

    EarlierRun page(AutotaskMigration migration, RunView run) {
        int latest = RunHistory.latest(migration).number();
        return new EarlierRun(
                run.number(),
                texts.say("run.title", Integer.toString(run.number()), formats.date(run.startedAt())),
                Status.of(run.status()),
                texts.say(
                        "run.sub",
                        formats.inText(run.startedAt()),
                        heads.name(run.startedBy()),
                        formats.duration(run.worked())),
                run.number() == latest,
                run.number() <= latest - Reports.LISTED_RUNS,
                counts.of(run.entities(), run.scope(), null),
                facts.of(run));
    }
}
