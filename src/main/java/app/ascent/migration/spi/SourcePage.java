package app.ascent.migration.spi;

import java.util.List;

/** One page of source records, in the order they came; {@code last} when the source says there is no further one. */
public record SourcePage(List<SourceRow> rows, boolean last) {}
