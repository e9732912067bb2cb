package app.ascent.migration.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of source records, in the order they came; {@code last} when the source says there is no further one.
 *
 * @param next what to go on from behind it; where it is null there is nothing to ask once more, and the source is believed
 * @param unreadable rows beside them of which nobody can tell which records they are
 * @param unreadableAtEnd those of them behind the last record: whoever asks for what is behind that one gets them again
 */
public record SourcePage(
        List<SourceRow> rows, boolean last, @Nullable Cursor next, long unreadable, long unreadableAtEnd) {

    public SourcePage(List<SourceRow> rows, boolean last, @Nullable Cursor next) {
        this(rows, last, next, 0, 0);
    }

    /** Without the records that lie elsewhere. */
    public SourcePage within(Segment segment) {
        return new SourcePage(
                rows.stream().filter(row -> segment.holds(row.id())).toList(), last, next, unreadable, unreadableAtEnd);
    }
}
