package app.ascent.journey.decide;

import app.ascent.journey.Figure;
import app.ascent.journey.KindRows;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.decide.ReviewView.Choice;
import app.ascent.journey.decide.ReviewView.KindValues;
import app.ascent.journey.decide.ReviewView.Value;
import app.ascent.journey.decide.ReviewView.Values;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.spi.DecidableField;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prepares the tables of what picklist values become, one a field. */
@Component
class DecisionViews {

    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;

    DecisionViews(Formats formats, Texts texts, RecordTypes types) {
        this.formats = formats;
        this.texts = texts;
        this.types = types;
    }

    List<KindValues> of(List<Decision> decisions) {
        return KindRows.of(decisions, decision -> types.kind(decision.entity())).stream()
                .map(kind -> new KindValues(types.plural(kind.kind()), fields(kind.rows())))
                .toList();
    }

    private List<Values> fields(List<Decision> decisions) {
        Map<String, List<Decision>> fields = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            fields.computeIfAbsent(decision.entity() + "." + decision.field(), key -> new ArrayList<>())
                    .add(decision);
        }
        return fields.entrySet().stream()
                .map(field -> values(field.getKey(), field.getValue()))
                .toList();
    }

    private Values values(String key, List<Decision> decisions) {
        String fallback = words(decisions.getFirst(), decisions.getFirst().usedOtherwise());
        String called =
                types.field(decisions.getFirst().entity(), decisions.getFirst().field());
        List<Value> rows = decisions.stream()
                .map(this::value)
                .sorted(Comparator.comparing(Value::look).reversed())
                .toList();
        long look = rows.stream().filter(Value::look).count();
        List<Value> all = Stream.concat(rows.stream(), own(key)).toList();
        return new Values(
                type(decisions.getFirst().entity()),
                decisions.getFirst().entity(),
                decisions.getFirst().field(),
                texts.sayOr("decision." + key + ".title", called),
                texts.sayOr("decision." + key + ".text", ""),
                texts.sayOr("decision." + key + ".head", called),
                texts.sayOr("decision." + key + ".becomes", texts.say("decision.becomes")),
                look == 0 ? null : texts.say("decision.check", look),
                decisions.stream().anyMatch(decision -> decision.records() != null),
                all,
                texts.say("decision.values", (long) all.size()),
                texts.sayOr("decision." + key + ".foot", texts.say("decision.foot", fallback), fallback),
                texts.sayOr("decision." + key + ".save", texts.say("decision.save")));
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
                        texts.say("decision." + field + ".own.note"),
                        "",
                        false,
                        List.of()));
    }

    private Value value(Decision decision) {
        boolean empty = decision.value() == null;
        String target = decision.target();
        boolean look = target == null;
        String becomes = words(decision, Objects.requireNonNullElse(target, decision.usedOtherwise()));
        return new Value(
                look,
                empty,
                label(decision),
                note(decision),
                decision.records() == null ? Figure.UNKNOWN : Figure.of(decision.records(), formats),
                becomes,
                why(decision, becomes),
                Objects.requireNonNullElse(decision.value(), ""),
                look || decision.byPerson() || remarked(decision),
                choices(decision));
    }

    /** What has the field, unless it bears the name of its kind, which stands above. */
    private @Nullable String type(String entity) {
        String part = types.part(entity);
        return types.isPart(entity) && !part.equals(types.plural(types.kind(entity))) ? part : null;
    }

    private String label(Decision decision) {
        if (decision.value() == null) {
            return texts.say("value.none");
        }
        return decision.unlabelled() ? texts.say("value.unlabelled", decision.value()) : decision.label();
    }

    private @Nullable String note(Decision decision) {
        if (decision.value() == null) {
            return texts.say("value.none.note");
        }
        if (decision.unlabelled()) {
            return texts.say("value.unlabelled.note");
        }
        if (remarked(decision)) {
            return texts.say("value.inactive.note");
        }
        return decision.target() == null ? texts.say("value.unknown.note") : null;
    }

    /** The report names it, though Ascent knows what it means: records have a value that nobody can choose any more. */
    private static boolean remarked(Decision decision) {
        return !decision.offered() && decision.value() != null && records(decision) > 0;
    }

    private static long records(Decision decision) {
        return Objects.requireNonNullElse(decision.records(), 0L);
    }

    /** What Ascent proposes is not chosen by that: a choice holds, whatever else a record says. */
    private List<Choice> choices(Decision decision) {
        String chosen = decision.byPerson() ? decision.target() : null;
        String left = decision.byPerson() || decision.target() == null ? decision.usedOtherwise() : decision.target();
        return Stream.concat(
                        Stream.of(new Choice("", texts.say("decision.left", words(decision, left)), chosen == null)),
                        decision.targets().stream()
                                .map(target -> new Choice(
                                        target.key(),
                                        words(decision, target.key()),
                                        target.key().equals(chosen))))
                .toList();
    }

    /** A record's own name, or the pages' word for what is the same for everybody. */
    private String words(Decision decision, String target) {
        return decision.targets().stream()
                .filter(each -> each.key().equals(target))
                .map(DecidableField.Target::label)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> types.value(target));
    }

    private String why(Decision decision, String becomes) {
        if (decision.gone()) {
            return texts.say("decision.why.gone", becomes);
        }
        if (decision.target() == null) {
            return texts.say("decision.why.unknown", becomes);
        }
        if (decision.byPerson()) {
            return texts.say(decision.waits() ? "decision.why.waits" : "decision.why.chosen");
        }
        if (decision.label().strip().equalsIgnoreCase(becomes)) {
            return texts.say("decision.why.same");
        }
        return texts.sayOr("decision.why." + decision.target(), texts.say("decision.why.known"));
    }
}
