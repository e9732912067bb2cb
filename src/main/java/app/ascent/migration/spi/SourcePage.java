package app.ascent.migration.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of source records, in the order they came; {@code last} when the source says there is no further one.
 *
 * @param next what to go on from behind it; where it is null there is nothing to ask once more, and the source is believed
 * @param unreadableBefore rows beside them of which nobody can tell which records they are: for each the record that came next
 * @param unreadableAtEnd such rows behind the last record: whoever asks for what is behind that one gets them again
 */
public record SourcePage(
        List<SourceRow> rows,
        boolean last,
        @Nullable Cursor next,
        List<SourceId> unreadableBefore,
        long unreadableAtEnd) {

    public SourcePage(List<SourceRow> rows, boolean last, @Nullable Cursor next) {
        this(rows, last, next, List.of(), 0);
    }

    public long unreadable() {
        return unreadableBefore.size() + unreadableAtEnd;
    }

    /** Without the records that lie elsewhere, and without the rows before them, which come again where those are asked for. */
    public SourcePage within(Segment segment) {
        boolean toTheEnd = rows.isEmpty() || segment.holds(rows.getLast().id());
        return new SourcePage(
                rows.stream().filter(row -> segment.holds(row.id())).toList(),
                last,
                next,
                unreadableBefore.stream().filter(segment::holds).toList(),
                toTheEnd ? unreadableAtEnd : 0);
    }
}
