package app.ascent.record.field;

import app.ascent.database.BulkRows;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * The pieces of SQL that send a whole batch in one statement: an array a column, unnested into rows {@code v}, so
 * that the statement's text does not grow with the batch.
 */
public record Columns<T>(List<Column<T>> all) {

    public String names() {
        return joined(Column::name);
    }

    public String source() {
        return "unnest("
                + joined(column -> ":" + column.name() + "::" + column.type().array() + "[]") + ") as v (" + names()
                + ")";
    }

    public String written() {
        return joined(column -> column.written("v"));
    }

    public String assignments() {
        return joined(column -> column.name() + " = " + column.written("v"));
    }

    /** Whether the row {@code c} differs from the one in {@code v}. */
    public String differ() {
        return "(" + joined(column -> column.stored("c")) + ") is distinct from ("
                + joined(column -> "v." + column.name()) + ")";
    }

    public StatementSpec bind(StatementSpec statement, List<T> rows) {
        StatementSpec bound = statement;
        for (Column<T> column : all) {
            Object[] values = rows.stream().map(column::sent).toArray();
            bound = bound.param(column.name(), new SqlArrayValue(column.type().array(), values));
        }
        return bound;
    }

    /** The same rows to be copied, each behind the values of {@code first}. */
    public BulkRows copied(String table, List<String> first, List<T> rows, Consumer<BulkRows> firstValues) {
        List<String> names =
                Stream.concat(first.stream(), all.stream().map(Column::name)).toList();
        BulkRows copied = new BulkRows(table, names);
        for (T row : rows) {
            firstValues.accept(copied.row());
            for (Column<T> column : all) {
                column.copy(copied, row);
            }
        }
        return copied;
    }

    /** For a select of these columns of {@code c}. */
    public String selected() {
        return joined(column -> "c." + column.name());
    }

    private String joined(Function<Column<T>, String> piece) {
        return all.stream().map(piece).collect(Collectors.joining(", "));
    }
}
