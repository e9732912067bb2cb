package app.ascent.record.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what unlinked records are recognized.
 *
 * @param index the columns of the index that has unlinked records by this key, after the organization: docs/adr/010
 * @param condition on {@code c}, the record, and {@code w}, the source's values; its last column of the index as a range
 * @param values that the condition uses, unless another key of the same records has them already
 */
public record NaturalKey(String index, String condition, List<Values> values) {

    /** A value of each of some source records, by the name that the condition uses. */
    public record Values(String name, String type, List<? extends @Nullable Object> values) {}

    String last() {
        return "c." + index.substring(index.lastIndexOf(' ') + 1);
    }
}
