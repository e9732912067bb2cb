package app.ascent.journey.progress;

import app.ascent.autotask.Quotas.QuotaView;
import app.ascent.importing.AutotaskMigration;
import app.ascent.journey.Fact;
import app.ascent.journey.Figure;
import app.ascent.journey.Gauge;
import app.ascent.journey.KindRows;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.RunFacts;
import app.ascent.journey.RunHistory;
import app.ascent.journey.ScopeWords;
import app.ascent.journey.Status;
import app.ascent.journey.Totals;
import app.ascent.journey.progress.ProgressView.Quota;
import app.ascent.journey.progress.ProgressView.Row;
import app.ascent.journey.report.EarlierRuns;
import app.ascent.migration.EntityProgress;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.LoadingOrder;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The page of a migration whose run is under way, or stands still: share, time left, one line of what is happening, and the
 * counters by record type.
 */
@Component
public class ProgressScreen {

    private final EarlierRuns earlier;
    private final RunHistory history;
    private final Clock clock;
    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;
    private final Activity activity;
    private final RunFacts facts;
    private final StateMessages messages;
    private final LoadingOrder order;
    private final ScopeWords scopes;
    private final FilesProgress files;

    ProgressScreen(
            EarlierRuns earlier,
            RunHistory history,
            Clock clock,
            Formats formats,
            Texts texts,
            RecordTypes types,
            Activity activity,
            RunFacts facts,
            StateMessages messages,
            LoadingOrder order,
            ScopeWords scopes,
            FilesProgress files) {
        this.earlier = earlier;
        this.history = history;
        this.clock = clock;
        this.formats = formats;
        this.texts = texts;
        this.types = types;
        this.activity = activity;
        this.facts = facts;
        this.messages = messages;
        this.order = order;
        this.scopes = scopes;
        this.files = files;
    }

    public String show(AutotaskMigration migration, Model model) {
        RunView run = RunHistory.latest(migration);
        model.addAttribute("progress", of(migration, run));
        model.addAttribute("previous", earlier.before(migration));
        model.addAttribute("runNumber", run.number());
        model.addAttribute("earlier", run.status() == RunStatus.CANCELLED ? history.earlier(migration) : "");
        return "journey/progress";
    }

    ProgressView of(AutotaskMigration migration, RunView run) {
        List<EntityProgress> others = FilesProgress.everythingElse(run);
        Totals totals = Totals.of(others);
        Integer percent = totals.percent();
        Long expected = totals.expected();
        return new ProgressView(
                run.status().active(),
                run.status().resumable(),
                messages.of(migration, run),
                Activity.counts(run),
                percent == null ? null : percent + "%",
                handled(totals, run.status() == RunStatus.CANCELLED),
                totals.handled(),
                expected == null ? 1 : Math.max(1, expected),
                totals.done(),
                moves(run.status()),
                left(run, totals),
                running(run),
                run.status() == RunStatus.WAITING,
                activity.of(run),
                activity.lastAnswer(run, migration.quota()),
                activity.announcement(run),
                files.of(run, migration.quota()),
                KindRows.of(run.entities(), EntityProgress::kind).stream()
                        .flatMap(kind -> rows(kind, run))
                        .toList(),
                total(Totals.of(run.entities())),
                scopes.leftOut(run.scope(), run.entities()),
                migration.quota() == null ? null : quota(migration.quota()),
                facts.of(run));
    }

    /** Where the source did not count its records, there is no "of"; null before there is anything to tell. */
    private @Nullable String handled(Totals totals, boolean cancelled) {
        Long expected = totals.expected();
        if (expected != null) {
            return texts.say("progress.handled", formats.count(totals.handled()), formats.count(expected));
        }
        if (totals.pulled() == 0) {
            return null;
        }
        return cancelled
                ? texts.say("progress.handled.cancelled", totals.handled(), totals.pulled())
                : texts.say("progress.handled.so-far", totals.handled());
    }

    private @Nullable String left(RunView run, Totals totals) {
        if (!run.status().active()) {
            return null;
        }
        return TimeLeft.estimate(totals, run.worked())
                .map(left -> TimeLeft.inWords(left, texts))
                .map(words -> run.status() == RunStatus.WAITING ? texts.say("left.once", words) : words)
                .orElse(null);
    }

    private @Nullable String running(RunView run) {
        String worked = formats.duration(run.worked());
        return switch (run.status()) {
            case CREATED, QUEUED -> null;
            case RUNNING -> texts.say("progress.running", worked);
            case WAITING ->
                run.waitingSince() == null
                        ? texts.say("progress.running", worked)
                        : texts.say(
                                "progress.waiting",
                                worked,
                                rough(Duration.between(run.waitingSince(), clock.instant())));
            case PAUSED, FAILED, CANCELLED, COMPLETED, COMPLETED_WITH_ISSUES -> texts.say("progress.ran", worked);
        };
    }

    /** A wait is told in minutes; its seconds would only make people nervous. */
    private String rough(Duration duration) {
        return formats.duration(
                duration.compareTo(Duration.ofMinutes(1)) < 0 ? duration : Duration.ofMinutes(duration.toMinutes()));
    }

    private Status status(EntityProgress entity, RunView run) {
        return (moves(run.status()) ? order.waitsFor(run, entity) : Optional.<String>empty())
                .map(parent -> Status.waitsFor(types.inText(parent)))
                .orElseGet(() -> Status.of(entity.status(), run.status()));
    }

    /** A row for the kind; where it has several types, their sum, and a row for each below. */
    private Stream<Row> rows(KindRows<EntityProgress> kind, RunView run) {
        Row whole = row(false, types.plural(kind.kind()), kind.rows(), run);
        return kind.parted()
                ? Stream.concat(
                        Stream.of(whole),
                        kind.rows().stream().map(type -> row(true, types.part(type.entity()), List.of(type), run)))
                : Stream.of(whole);
    }

    /** The type that says most of its kind: one that failed, else the first that is not done. */
    private static EntityProgress telling(List<EntityProgress> counted) {
        return counted.stream()
                .filter(type -> type.status() == EntityStatus.FAILED)
                .findFirst()
                .or(() -> counted.stream()
                        .filter(type -> type.status() != EntityStatus.DONE)
                        .findFirst())
                .orElseGet(counted::getLast);
    }

    private Row row(boolean part, String name, List<EntityProgress> counted, RunView run) {
        Totals totals = Totals.of(counted);
        Long expected = totals.expected();
        EntityProgress telling = telling(counted);
        return new Row(
                part,
                name,
                expected == null ? null : texts.say("progress.of", formats.count(expected)),
                counted.size() == 1 ? telling.reason() : null,
                status(telling, run),
                counted.stream().allMatch(type -> type.status() == EntityStatus.DONE),
                Bar.of(
                        // Of files that are still looked for a share would be none.
                        expected == null && FilesProgress.are(telling) ? 0 : totals.handled(),
                        expected == null && FilesProgress.are(telling) ? 0 : totals.pulled(),
                        expected == null ? 0 : expected,
                        texts.say(
                                "progress.bar", name, formats.count(totals.handled()), formats.count(totals.pulled()))),
                expected == null ? Figure.UNKNOWN : Figure.of(expected, formats),
                Figure.of(totals.pulled(), formats),
                Figure.of(totals.loaded(), formats),
                Figure.of(totals.skipped(), formats),
                Figure.of(totals.failed(), formats));
    }

    private Row total(Totals totals) {
        Long expected = totals.expected();
        return new Row(
                false,
                texts.say("total"),
                null,
                null,
                null,
                totals.done(),
                null,
                expected == null ? Figure.UNKNOWN : Figure.of(expected, formats),
                Figure.of(totals.pulled(), formats),
                Figure.of(totals.loaded(), formats),
                Figure.of(totals.skipped(), formats),
                Figure.of(totals.failed(), formats));
    }

    private Quota quota(QuotaView quota) {
        long share = Math.round(100.0 * quota.stopsAt() / Math.max(1, quota.limit()));
        return new Quota(
                Gauge.of(quota.limit(), quota.others(), quota.ours(), quota.stopsAt(), formats, texts),
                List.of(
                        new Fact("active", texts.say("quota.ours"), formats.count(quota.ours())),
                        new Fact("neutral", texts.say("quota.others"), formats.count(quota.others())),
                        new Fact(
                                "stop", texts.say("quota.share", Long.toString(share)), formats.count(quota.stopsAt())),
                        new Fact("track", texts.say("quota.tenant"), formats.count(quota.limit()))));
    }

    private static boolean moves(RunStatus status) {
        return status == RunStatus.RUNNING || status == RunStatus.QUEUED;
    }
}
