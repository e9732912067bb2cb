package app.ascent.migration.spi;

import java.util.List;

/**
 * One page of source records, in the order they came; {@code last} when the source says there is no further one.
 *
 * @param unreadable rows beside them of which nobody can tell which records they are
 * @param unreadableAtEnd those of them behind the last record: whoever asks for what is behind that one gets them again
 */
public record SourcePage(List<SourceRow> rows, boolean last, long unreadable, long unreadableAtEnd) {

    public SourcePage(List<SourceRow> rows, boolean last) {
        this(rows, last, 0, 0);
    }
}
