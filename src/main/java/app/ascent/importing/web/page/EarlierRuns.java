package app.ascent.importing.web.page;

import app.ascent.identity.UserId;
import app.ascent.importing.web.page.ProgressView.Fact;
import app.ascent.importing.web.page.ReportView.RunLine;
import app.ascent.migration.Reports;
import app.ascent.migration.RunView;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs that another one followed: a line each, and a page of their counters, with the way to their issues. */
@Component
class EarlierRuns {

    private final Formats formats;
    private final Texts texts;
    private final CountTable counts;
    private final RunFacts facts;

    EarlierRuns(Formats formats, Texts texts, CountTable counts, RunFacts facts) {
        this.formats = formats;
        this.texts = texts;
        this.counts = counts;
        this.facts = facts;
    }

    /**
     * @param latest whether no run followed it
     * @param past whether so many did that its records are no longer listed
     */
    record EarlierRun(
            int number,
            String title,
            Badge badge,
            String sub,
            boolean latest,
            boolean past,
            ReportView.Sum sum,
            List<Fact> facts) {}

    RunLine line(String root, RunView run, Map<UserId, String> names) {
        Totals totals = Totals.of(run.entities());
        return new RunLine(
                root + "/runs/" + run.id(),
                formats.dateTime(run.startedAt()),
                names.getOrDefault(run.startedBy(), texts.say("somebody")),
                Badge.of(run.status()),
                formats.duration(run.worked()),
                Figure.of(totals.pulled(), formats),
                Figure.of(totals.loaded(), formats),
                Figure.of(totals.skipped(), formats),
                Figure.of(totals.failed(), formats));
    }

    EarlierRun page(RunView run, String startedBy, int latest) {
        return new EarlierRun(
                run.number(),
                texts.say("run.title", Integer.toString(run.number()), formats.date(run.startedAt())),
                Badge.of(run.status()),
                texts.say("run.sub", formats.inText(run.startedAt()), startedBy, formats.duration(run.worked())),
                run.number() == latest,
                run.number() <= latest - Reports.LISTED_RUNS,
                counts.of(run.entities(), null),
                facts.of(run));
    }
}
