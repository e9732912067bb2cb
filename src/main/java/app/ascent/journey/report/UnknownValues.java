package app.ascent.journey.report;

import app.ascent.importing.AutotaskEntities;
import app.ascent.importing.Reasons;
import app.ascent.journey.Figure;
import app.ascent.journey.IssueFilter;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.report.ReportView.Unknown;
import app.ascent.journey.report.ReportView.UnknownValue;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.Reports.UnmappedValue;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The card of a report with the values that Ascent does not know, and what stands in Ascent for each. */
final class UnknownValues {

    /** A number with its unit, as the mappers say one that cannot be: no label of a picklist. */
    private static final Pattern FIGURE = Pattern.compile("[-+]?[\\d.]+([eE][-+]?\\d+)?(%| hours| days)?");

    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;
    private final AutotaskEntities entities;

    UnknownValues(Formats formats, Texts texts, RecordTypes types, AutotaskEntities entities) {
        this.formats = formats;
        this.texts = texts;
        this.types = types;
        this.entities = entities;
    }

    /** Null where every value is known. */
    @Nullable
    Unknown of(List<UnmappedValue> values, List<Decision> decisions, String root) {
        return values.isEmpty()
                ? null
                : new Unknown(
                        texts.say("unknown.badge", (long) values.size()),
                        values.stream()
                                .sorted(Comparator.comparingLong(UnmappedValue::records)
                                        .reversed())
                                .map(value -> unknown(value, decisions, root))
                                .toList(),
                        values.stream().anyMatch(value -> entities.isDecidable(value.entity(), value.field())));
    }

    private UnknownValue unknown(UnmappedValue value, List<Decision> decisions, String root) {
        String used = value.usedInstead();
        return new UnknownValue(
                value.value() == null,
                label(value),
                texts.say(noteKey(value, decisions)),
                types.field(value.entity(), value.field()),
                types.plural(value.entity()),
                Figure.of(
                        value.records(),
                        formats,
                        IssueFilter.ofValue(value.entity(), value.field(), value.value())
                                .address(root + "/issues")),
                inAscent(value),
                used == null);
    }

    private String inAscent(UnmappedValue value) {
        String used = value.usedInstead();
        if (used == null) {
            return texts.say(isNumber(value) && isBlank(value.label()) ? "unknown.number" : "value.left-empty");
        }
        return used.equals(value.label()) ? texts.say("unknown.kept", used) : formats.withTimes(types.value(used));
    }

    private String label(UnmappedValue value) {
        if (value.value() == null) {
            return texts.say("value.none");
        }
        String label = value.label();
        if (label != null && !label.isBlank()) {
            return label;
        }
        return texts.say(Reasons.isNested(value.value()) ? "value.nested.alone" : "value.unlabelled", value.value());
    }

    /** A value that keeps its own label is known, but the tenant no longer offers it; of others it is known with the choices. */
    private String noteKey(UnmappedValue value, List<Decision> decisions) {
        if (value.value() == null) {
            return "value.none.note";
        }
        String label = value.label();
        if (label == null || isBlank(label)) {
            return isNumber(value) ? "value.unlabelled.note" : "value.odd.note";
        }
        if (label.equals(value.usedInstead())) {
            return "value.inactive.note";
        }
        if (!entities.isDecidable(value.entity(), value.field())) {
            return FIGURE.matcher(label).matches() ? "value.odd.note" : "value.either.note";
        }
        boolean offered = decisions.stream()
                .filter(decision -> decision.entity().equals(value.entity())
                        && decision.field().equals(value.field())
                        && value.value().equals(decision.value()))
                .allMatch(Decision::offered);
        return offered ? "value.unknown.note" : "value.inactive.note";
    }

    private static boolean isBlank(@Nullable String label) {
        return label == null || label.isBlank();
    }

    /** Words, and yes and no, never had a label. */
    private static boolean isNumber(UnmappedValue value) {
        return value.value() != null && value.value().matches("-?\\d+");
    }
}
