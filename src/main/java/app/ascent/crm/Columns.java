package app.ascent.crm;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * The pieces of SQL that send a whole batch in one statement: an array a column, unnested into rows {@code v}, so
 * that the statement's text does not grow with the batch.
 */
record Columns<T>(List<Column<T>> all) {

    String names() {
        return joined(Column::name);
    }

    String source() {
        return "unnest(" + joined(column -> ":" + column.name() + "::" + column.array() + "[]") + ") as v (" + names()
                + ")";
    }

    String written() {
        return joined(column -> column.written("v"));
    }

    String assignments() {
        return joined(column -> column.name() + " = " + column.written("v"));
    }

    /** Whether the row {@code c} differs from the one in {@code v}. */
    String differ() {
        return "(" + joined(column -> column.stored("c")) + ") is distinct from ("
                + joined(column -> "v." + column.name()) + ")";
    }

    StatementSpec bind(StatementSpec statement, List<T> rows) {
        StatementSpec bound = statement;
        for (Column<T> column : all) {
            Object[] values = rows.stream().map(column.value()).toArray();
            bound = bound.param(column.name(), new SqlArrayValue(column.array(), values));
        }
        return bound;
    }

    private String joined(Function<Column<T>, String> piece) {
        return all.stream().map(piece).collect(Collectors.joining(", "));
    }
}
