package app.ascent.crm;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table and where its value comes from.
 *
 * @param array type of the parallel array that carries its values
 * @param write how such a value becomes the column's, with {@code %s} in its place
 * @param read how the column's value becomes comparable with it
 */
record Column<T>(String name, String array, String write, String read, Function<T, @Nullable Object> value) {

    static <T> Column<T> of(String name, String array, Function<T, @Nullable Object> value) {
        return new Column<>(name, array, "%s", "%s", value);
    }

    static <T> Column<T> text(String name, Function<T, @Nullable Object> value) {
        return of(name, "text", value);
    }

    /** {@code json} has no equality, its text has. */
    static <T> Column<T> json(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, "text", "%s::json", "%s::text", value);
    }

    /** Arrays of unlike lengths cannot lie in one array, so that each travels as its lines. */
    static <T> Column<T> lines(String name, Function<T, List<String>> value) {
        return new Column<>(
                name,
                "text",
                "string_to_array(%s, e'\\n')",
                "array_to_string(%s, e'\\n')",
                row -> String.join("\n", value.apply(row)));
    }

    /** For a select of these columns. */
    static <T> String select(List<Column<T>> columns) {
        return columns.stream().map(column -> "c." + column.name()).collect(Collectors.joining(", "));
    }

    <S> Column<S> within(Function<S, T> outer) {
        return new Column<>(name, array, write, read, row -> value.apply(outer.apply(row)));
    }

    String written(String alias) {
        return write.formatted(alias + "." + name);
    }

    String stored(String alias) {
        return read.formatted(alias + "." + name);
    }
}
