package app.ascent.record.table;

import app.ascent.record.field.Column;
import app.ascent.record.field.Columns;
import app.ascent.record.field.Fields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where records of one kind lie; each kind contributes its own as a bean, so that what serves all kinds finds it.
 *
 * @param records table of the records
 * @param columns those of the fields, then those derived from them
 * @param searchText what a record is found by
 * @param orders columns that lists are ordered by, none of them ever empty, by the names under which they are asked for
 */
public record RecordTable<F extends Record>(
        String records,
        Fields<F> fields,
        Columns<F> columns,
        Function<F, String> searchText,
        Map<String, String> orders) {

    private static final Map<String, String> USUAL_ORDERS = Map.of("name", "sort_key", "updated", "updated_at");

    /** @param derived further columns that follow from the fields, such as keys to sort by */
    public static <F extends Record> RecordTable<F> of(
            String records, Fields<F> fields, Function<F, String> searchText, List<Column<F>> derived) {
        return new RecordTable<>(records, fields, fields.columns(derived), searchText, USUAL_ORDERS);
    }

    public RecordTable<F> orderedBy(String name, String column) {
        Map<String, String> more = new HashMap<>(orders);
        more.put(name, column);
        return new RecordTable<>(records, fields, columns, searchText, Map.copyOf(more));
    }

    /** Table of the texts records are searched by. */
    public String texts() {
        return records + "_search";
    }
}
