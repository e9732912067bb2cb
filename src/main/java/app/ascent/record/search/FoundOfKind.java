package app.ascent.record.search;

import java.util.List;

/**
 * What was found of one kind of record.
 *
 * @param hits the first few of them, what fits exactly before the rest
 * @param count how many there are
 * @param counted whether that is all; a search that fits very many records is not counted to its end
 */
public record FoundOfKind(Searchable kind, List<Hit> hits, long count, boolean counted) {

    public boolean exact() {
        return hits.stream().anyMatch(hit -> hit.match() != null);
    }

    /** Whether there are more of them than are shown. */
    public boolean more() {
        return !counted || count > hits.size();
    }
}
