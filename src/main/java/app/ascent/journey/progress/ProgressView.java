package app.ascent.journey.progress;

import app.ascent.journey.Fact;
import app.ascent.journey.Figure;
import app.ascent.journey.Gauge;
import app.ascent.journey.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The import while it is under way, or where it stopped.
 *
 * @param poll whether the block asks for itself again
 * @param counting whether the source is still asked how many records there are, and nothing has come yet
 * @param percent of everything but files; null while nobody knows how many records there are
 * @param handled null while there is nothing to tell
 * @param leftOut what the scope of the run leaves out, or null
 * @param announce status and activity without figures, for those who listen
 */
record ProgressView(
        boolean poll,
        boolean waits,
        @Nullable StateMessage message,
        boolean counting,
        @Nullable String percent,
        @Nullable String handled,
        long value,
        long max,
        boolean done,
        boolean moves,
        @Nullable String left,
        @Nullable String running,
        boolean waiting,
        @Nullable String activity,
        @Nullable String lastAnswer,
        String announce,
        @Nullable Files files,
        List<Row> rows,
        Row total,
        @Nullable String leftOut,
        @Nullable Quota quota,
        List<Fact> facts) {

    /**
     * One record type, or the sum of some.
     *
     * @param part whether it is one type of the kind above
     * @param reason why it is not imported though the others are, or null
     */
    record Row(
            boolean part,
            String name,
            @Nullable String of,
            @Nullable String reason,
            @Nullable Status status,
            boolean done,
            @Nullable Bar bar,
            Figure expected,
            Figure pulled,
            Figure loaded,
            Figure skipped,
            Figure failed) {}

    /**
     * Files, apart from all other records.
     *
     * @param said how many there are, and how many are here
     * @param counted whether anybody knows, so that a bar tells the truth
     * @param value how many are handled; each takes a call, whatever its size
     * @param max of so many
     * @param here what is here while files are still to come, or null
     */
    record Files(
            String said,
            boolean counted,
            long value,
            long max,
            boolean done,
            @Nullable String left,
            @Nullable String here) {}

    record Quota(Gauge gauge, List<Fact> facts) {}

    /**
     * What stands above the progress when something is to be said.
     *
     * @param about {@code queued, waiting, quiet-hours, paused, cancelled} or {@code stopped}
     * @param action {@code try}, {@code credentials}, {@code pace} or null
     */
    record StateMessage(String about, @Nullable String title, @Nullable String text, @Nullable String action) {}
}
