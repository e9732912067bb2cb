package app.ascent.migration.spi;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record counts for those who sum up what the source has, whatever becomes of it.
 *
 * @param above the record it belongs to there, where it names one
 * @param day on which it counts, where that matters
 * @param amounts what it adds to sums, in an order that its type chooses; none where the source does not tell
 */
public record Counts(@Nullable SourceRef above, @Nullable LocalDate day, List<Long> amounts) {

    /** Of a record that nobody can read. */
    public static final Counts NOTHING = new Counts(null, null, List.of());

    /** Of a record that leads to what others belong to. */
    public static Counts below(@Nullable SourceRef above) {
        return new Counts(above, null, List.of());
    }
}
