package app.ascent.journey.decide;

import app.ascent.journey.Fact;
import app.ascent.journey.Figure;
import app.ascent.journey.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What will be imported, and how values translate, before Start.
 *
 * @param counted when the records were counted, or that they will be
 * @param metrics empty while nothing is counted
 * @param silent what an import does not do
 */
record ReviewView(
        String counted,
        List<Metric> metrics,
        List<Plan> plans,
        List<Fact> connection,
        List<KindValues> values,
        String silent) {

    /** @param part whether it is one type of the kind above */
    record Plan(boolean part, String name, Figure records, String target, String good) {}

    /** The fields of one kind whose values are chosen. */
    record KindValues(String name, List<Values> fields) {}

    /**
     * The values of one field.
     *
     * @param type what has the field, where its kind has several types
     */
    record Values(
            @Nullable String type,
            String entity,
            String field,
            String title,
            String text,
            String head,
            String becomes,
            @Nullable String toCheck,
            boolean counted,
            List<Value> rows,
            String total,
            String foot,
            String save) {

        public boolean choosable() {
            return rows.stream().anyMatch(row -> !row.choices().isEmpty());
        }
    }

    /**
     * @param look whether it wants a decision, and so comes first
     * @param value as the form sends it; empty for records without one
     * @param open whether the choice stands there at once, and not behind a word that opens it
     * @param choices empty where nothing can be chosen
     */
    record Value(
            boolean look,
            boolean empty,
            String label,
            @Nullable String note,
            Figure records,
            String becomes,
            String why,
            String value,
            boolean open,
            List<Choice> choices) {}

    /** @param target empty leaves it to Ascent */
    record Choice(String target, String label, boolean chosen) {}
}
