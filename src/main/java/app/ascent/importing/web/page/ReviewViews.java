package app.ascent.importing.web.page;

import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.web.page.ReviewView.Plan;
import app.ascent.importing.web.page.ReviewView.Value;
import app.ascent.importing.web.page.ReviewView.Values;
import app.ascent.migration.Reports.Decision;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prepares the page between Create and Start. */
@Component
class ReviewViews {

    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;

    ReviewViews(Formats formats, Texts texts, RecordTypes types) {
        this.formats = formats;
        this.texts = texts;
        this.types = types;
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
                tested == null ? List.of() : metrics(tested),
                entities.stream().map(entity -> plan(entity, tested)).toList(),
                connection(migration),
                values(decisions));
    }

    /** What may be said of a stored connection; nothing of its credentials, not even their length. */
    List<ProgressView.Fact> connection(AutotaskMigration migration) {
        return List.of(
                fact("connection.zone", migration.connection().zone().name()),
                fact(
                        "connection.database",
                        Long.toString(migration.migration().source().database())),
                fact("connection.credentials", texts.say("connection.credentials.value")),
                fact("connection.tested", formats.day(migration.connection().testedAt())));
    }

    private ProgressView.Fact fact(String key, String value) {
        return new ProgressView.Fact(key, texts.say(key), value);
    }

    private List<TestView.Metric> metrics(Tested tested) {
        long records =
                tested.counts().values().stream().mapToLong(Long::longValue).sum();
        return List.of(
                new TestView.Metric(texts.say("review.records"), formats.count(records), null),
                new TestView.Metric(
                        texts.say("plan.calls"), formats.count(tested.calls()), texts.say("review.calls.note")),
                new TestView.Metric(
                        texts.say("plan.time"),
                        texts.say("plan.minutes", formats.count(tested.minutes())),
                        texts.say("review.time.note")));
    }

    private Plan plan(String entity, @Nullable Tested tested) {
        Long count = tested == null ? null : tested.counts().get(entity);
        return new Plan(
                types.plural(entity),
                count == null ? Figure.UNKNOWN : Figure.of(count, formats),
                types.target(entity),
                texts.sayOr("review.good." + entity, ""));
    }

    private List<Values> values(List<Decision> decisions) {
        Map<String, List<Decision>> fields = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            fields.computeIfAbsent(decision.entity() + "." + decision.field(), key -> new java.util.ArrayList<>())
                    .add(decision);
        }
        return fields.entrySet().stream()
                .map(field -> values(field.getKey(), field.getValue()))
                .toList();
    }

    private Values values(String key, List<Decision> decisions) {
        String fallback = types.value(decisions.getFirst().usedOtherwise());
        List<Value> rows = decisions.stream()
                .map(this::value)
                .sorted(Comparator.comparing(Value::look).reversed())
                .toList();
        long look = rows.stream().filter(Value::look).count();
        List<Value> all = Stream.concat(rows.stream(), own(key)).toList();
        return new Values(
                texts.sayOr("decision." + key + ".title", key),
                texts.sayOr("decision." + key + ".text", ""),
                texts.sayOr("decision." + key + ".head", key),
                texts.sayOr("decision." + key + ".becomes", texts.say("decision.becomes")),
                look == 0 ? null : texts.say("decision.check", look),
                decisions.stream().anyMatch(decision -> decision.records() != null),
                all,
                texts.say("decision.values", (long) all.size()),
                texts.sayOr("decision." + key + ".foot", texts.say("decision.foot", fallback), fallback));
    }

    /** The tenant's own company, whose type is no value of Autotask's list, where a field has a rule for it. */
    private Stream<Value> own(String field) {
        String label = texts.sayOr("decision." + field + ".own", "");
        return label.isEmpty()
                ? Stream.empty()
                : Stream.of(new Value(
                        false,
                        false,
                        label,
                        null,
                        Figure.UNKNOWN,
                        types.value(texts.say("decision." + field + ".own.becomes")),
                        "good",
                        "check",
                        texts.say("decision." + field + ".own.note")));
    }

    private Value value(Decision decision) {
        boolean empty = decision.value() == null;
        String target = decision.target();
        boolean look = target == null;
        String becomes = types.value(Objects.requireNonNullElse(target, decision.usedOtherwise()));
        return new Value(
                look,
                empty,
                empty ? texts.say("value.none") : decision.label(),
                empty ? texts.say("value.none.note") : look ? texts.say("value.own.note") : null,
                decision.records() == null ? Figure.UNKNOWN : Figure.of(decision.records(), formats),
                becomes,
                look ? "caution" : "good",
                look ? "alert-triangle" : "check",
                why(decision, becomes));
    }

    private String why(Decision decision, String becomes) {
        if (decision.target() == null) {
            return texts.say("decision.why.unknown", becomes);
        }
        if (decision.byPerson()) {
            return texts.say("decision.why.chosen");
        }
        if (decision.label().strip().equalsIgnoreCase(becomes)) {
            return texts.say("decision.why.same");
        }
        return texts.sayOr("decision.why." + decision.target(), texts.say("decision.why.known"));
    }
}
