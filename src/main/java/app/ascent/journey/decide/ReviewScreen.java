package app.ascent.journey.decide;

import app.ascent.identity.CurrentUser;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.WhoIsWho;
import app.ascent.journey.Fact;
import app.ascent.journey.Figure;
import app.ascent.journey.KindRows;
import app.ascent.journey.Metric;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.ReviewTabs;
import app.ascent.journey.ScopeWords;
import app.ascent.journey.connect.Tested;
import app.ascent.journey.decide.ReviewView.Plan;
import app.ascent.migration.MigrationView;
import app.ascent.migration.Migrations;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.spi.Scope;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a migration that was never started. */
@Component
public class ReviewScreen {

    private final Migrations migrations;
    private final Reports reports;
    private final CurrentUser currentUser;
    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;
    private final DecisionViews decisions;
    private final WhoIsWho who;
    private final ReviewTabs tabs;
    private final ScopeWords scopes;

    ReviewScreen(
            Migrations migrations,
            Reports reports,
            CurrentUser currentUser,
            Formats formats,
            Texts texts,
            RecordTypes types,
            DecisionViews decisions,
            WhoIsWho who,
            ReviewTabs tabs,
            ScopeWords scopes) {
        this.migrations = migrations;
        this.reports = reports;
        this.currentUser = currentUser;
        this.formats = formats;
        this.texts = texts;
        this.types = types;
        this.decisions = decisions;
        this.who = who;
        this.tabs = tabs;
        this.scopes = scopes;
    }

    public String show(AutotaskMigration migration, Model model, HttpSession session) {
        MigrationView view = migration.migration();
        List<Decision> decided = reports.decisions(currentUser.organization(), view.id());
        model.addAttribute("tabs", tabs.of(migration, ReviewTabs.OVERVIEW, decided, who.of(view.id())));
        model.addAttribute(
                "review",
                of(
                        migration,
                        migrations.entities(),
                        decided,
                        Tested.of(view.source().database(), session)));
        return "journey/review";
    }

    /**
     * @param entities the types that will be imported, in order
     * @param tested what the test of this session counted, or null when it was another one's
     */
    ReviewView of(
            AutotaskMigration migration, List<String> entities, List<Decision> decisions, @Nullable Tested tested) {
        return new ReviewView(
                tested == null
                        ? texts.say("review.uncounted")
                        : texts.say("review.counted", formats.inText(tested.at())),
                tested == null
                        ? List.of()
                        : metrics(tested, migration.migration().scope()),
                KindRows.of(entities, types::kind).stream()
                        .flatMap(kind -> plans(kind, tested == null ? Map.of() : tested.counts()))
                        .toList(),
                connection(migration),
                this.decisions.of(decisions),
                texts.say("review.silent.text"));
    }

    /** What may be said of a stored connection; nothing of its credentials, not even their length. */
    List<Fact> connection(AutotaskMigration migration) {
        return List.of(
                fact("connection.zone", migration.connection().zone().name()),
                fact(
                        "connection.database",
                        Long.toString(migration.migration().source().database())),
                fact("connection.credentials", texts.say("connection.credentials.value")),
                fact("connection.tested", formats.day(migration.connection().testedAt())));
    }

    private Fact fact(String key, String value) {
        return new Fact(key, texts.say(key), value);
    }

    private List<Metric> metrics(Tested tested, Scope scope) {
        long records =
                tested.counts().values().stream().mapToLong(Long::longValue).sum();
        return List.of(
                new Metric(texts.say("review.records"), formats.count(records), limit(scope)),
                new Metric(texts.say("plan.calls"), formats.count(tested.calls()), texts.say("review.calls.note")),
                new Metric(
                        texts.say("plan.time"),
                        texts.say("plan.minutes", formats.count(tested.minutes())),
                        texts.say("review.time.note")));
    }

    /** What was counted is all there is: how much of it falls out of the scope, its own page counts. */
    private @Nullable String limit(Scope scope) {
        String history = history(scope);
        String files = scopes.limits(scope);
        return history == null || files == null
                ? history == null ? files : history
                : texts.say("review.records.and", history, files);
    }

    private @Nullable String history(Scope scope) {
        return switch (scope.history()) {
            case ALL -> null;
            case NONE -> texts.say("review.records.NONE");
            case SINCE -> texts.say("review.records.SINCE", formats.date(Objects.requireNonNull(scope.since())));
        };
    }

    private Stream<Plan> plans(KindRows<String> kind, Map<String, Long> counts) {
        Plan whole = plan(false, kind.kind(), types.plural(kind.kind()), kind.rows(), counts);
        return kind.parted()
                ? Stream.concat(
                        Stream.of(whole),
                        kind.rows().stream().map(type -> plan(true, type, types.part(type), List.of(type), counts)))
                : Stream.of(whole);
    }

    /** What is good to know of the first type of a kind is so of the kind. */
    private Plan plan(boolean part, String entity, String name, List<String> counted, Map<String, Long> counts) {
        long records = counted.stream()
                .mapToLong(type -> counts.getOrDefault(type, 0L))
                .sum();
        boolean said = part && entity.equals(types.kind(entity));
        return new Plan(
                part,
                name,
                counts.keySet().containsAll(counted) ? Figure.of(records, formats) : Figure.UNKNOWN,
                types.target(entity),
                said ? "" : texts.sayOr("review.good." + entity, ""));
    }
}
