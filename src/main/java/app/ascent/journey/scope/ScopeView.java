package app.ascent.journey.scope;

import app.ascent.journey.Fact;
import app.ascent.journey.Figure;
import app.ascent.migration.spi.Scope.History;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What imports take, to be chosen.
 *
 * @param since the day that stands in its field
 * @param sinceHead what the column of that day is called
 * @param counted when records were counted, or that they were not
 * @param locked why nothing can be changed now; null where it can
 * @param changed that the next run goes by another scope than the latest one did; null where it does not
 * @param problem what is wrong with what was entered; null where nothing is
 */
record ScopeView(
        List<Choice> choices,
        String since,
        String sinceHead,
        String counted,
        boolean known,
        List<Row> rows,
        Row total,
        @Nullable String locked,
        @Nullable String changed,
        @Nullable Problem problem) {

    /** @param field {@code since}, {@code files.since} or {@code files.upTo} */
    record Problem(String field, String text) {}

    /**
     * @param facts how many records, calls and minutes; empty while nothing is counted
     * @param note why there are none although something is; null where there are
     */
    record Choice(
            History history, String title, String text, boolean chosen, List<Fact> facts, @Nullable String note) {}

    /**
     * A kind of record, or the sum of those that are taken.
     *
     * @param always whether it cannot be left out
     * @param needs the kinds, by name, of which it needs one, with spaces between them; null where it needs none
     * @param unticked what is said when it is unticked because none of them comes
     * @param limits what stands in the fields that limit it; null where it has none
     */
    record Row(
            String kind,
            String name,
            @Nullable String note,
            boolean taken,
            boolean always,
            @Nullable String needs,
            @Nullable String unticked,
            @Nullable Limits limits,
            List<Cell> cells,
            String calls,
            String time) {}

    /**
     * @param upTo megabytes
     * @param hint what holds where nothing is entered
     */
    record Limits(String since, String upTo, String hint) {}

    /** @param chosen whether it is of the choice that is chosen */
    record Cell(History history, Figure records, boolean chosen) {}
}
