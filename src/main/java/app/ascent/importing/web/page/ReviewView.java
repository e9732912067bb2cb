package app.ascent.importing.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What will be imported, and how values translate, before Start.
 *
 * @param counted when the records were counted, or that they will be
 * @param metrics empty while nothing is counted
 */
record ReviewView(
        String counted,
        List<TestView.Metric> metrics,
        List<Plan> plans,
        List<ProgressView.Fact> connection,
        List<Values> values) {

    record Plan(String name, Figure records, String target, String good) {}

    /** The values of one field. */
    record Values(
            String title,
            String text,
            String head,
            String becomes,
            @Nullable String toCheck,
            boolean counted,
            List<Value> rows,
            String total,
            String foot) {}

    /** @param look whether it wants a decision, and so comes first */
    record Value(
            boolean look,
            boolean empty,
            String label,
            @Nullable String note,
            Figure records,
            String becomes,
            String tone,
            String icon,
            String why) {}
}
