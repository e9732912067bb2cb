package app.ascent.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some notes of a conversation one after the other, with what lies between them folded.
 *
 * @param notes the oldest first
 * @param runs by their places among the notes
 * @param earlier how many notes stand before them
 * @param since when the first of the earlier ones was written; null where there are none
 * @param until when the last of them was
 * @param all how many notes there are, whoever sees them
 * @param client how many of all the client sees
 * @param folded how many system entries there are
 */
public record Excerpt(
        List<Entry> notes,
        List<Run> runs,
        long earlier,
        @Nullable Instant since,
        @Nullable Instant until,
        long all,
        long client,
        long folded) {

    /**
     * System entries one after the other.
     *
     * @param place how many of the notes stand before it
     * @param about what wrote them, or else what stands above them, or how they begin; some of that where there is much
     */
    public record Run(int place, long count, Instant from, Instant to, List<String> about) {}
}
