package app.ascent.journey.report;

import app.ascent.journey.Fact;
import app.ascent.journey.Figure;
import app.ascent.journey.Status;
import app.ascent.journey.WaitingChoices;
import app.ascent.migration.Reports.Outcome;
import app.ascent.web.Texts.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of a finished run: the sentence first, then numbers that can be checked by adding, then every reason.
 *
 * @param timed whether hours came, which can be compared
 * @param waiting choices that the run did not go by; null where there are none
 */
record ReportView(
        List<Part> sentence,
        List<Tile> tiles,
        Sum sum,
        List<Notice> notices,
        boolean timed,
        @Nullable WaitingChoices waiting,
        @Nullable Unknown unknown,
        @Nullable String clean,
        List<Group> groups,
        List<Fact> facts,
        List<RunLine> previous) {

    /** @param href the records behind the number, with the words of the link; null where there are none */
    record Tile(Outcome outcome, String label, Figure value, @Nullable String note, @Nullable String href) {}

    /**
     * @param missing records that the sums are off by, in words; null when everything adds up
     * @param fewer how many records Autotask counted beyond those it sent, in words; null when it sent them all
     * @param leftOut what the scope of the run left out, in words; null when nothing
     */
    record Sum(
            List<Line> lines, Line total, @Nullable String missing, @Nullable String fewer, @Nullable String leftOut) {}

    /** @param part whether it is one type of the kind above, whose line is the sum */
    record Line(
            boolean part,
            String name,
            @Nullable String into,
            Figure pulled,
            Figure loaded,
            Figure created,
            Figure updated,
            Figure unchanged,
            Figure linked,
            Figure skipped,
            Figure failed,
            Figure warned) {}

    /** @param remarkable whether something is missing that was to come */
    record Notice(boolean remarkable, @Nullable String title, String text) {}

    /** @param choosable whether what one of them becomes can be chosen for the next run */
    record Unknown(String badge, List<UnknownValue> values, boolean choosable) {}

    record UnknownValue(
            boolean empty,
            String label,
            String note,
            String field,
            String entity,
            Figure records,
            String usedInstead,
            boolean leftEmpty) {}

    /** Reasons of one outcome. */
    record Group(Outcome outcome, String title, String text, Figure count, List<ReasonLine> reasons) {}

    /**
     * Which types records are of, those with the most first.
     *
     * @param more what leads to the others, and null where all are named
     */
    record Where(String types, @Nullable String more, String others) {}

    /** @param retry what the button says that tries them all again; null where that would change nothing */
    record ReasonLine(
            String code,
            String title,
            String text,
            Where where,
            Figure count,
            String href,
            String show,
            @Nullable String retry) {}

    /**
     * An earlier run.
     *
     * @param kind what it did
     */
    record RunLine(
            String href,
            String started,
            String kind,
            String by,
            Status status,
            String duration,
            Figure pulled,
            Figure loaded,
            Figure skipped,
            Figure failed) {}
}
