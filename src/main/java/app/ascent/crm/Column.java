package app.ascent.crm;

import app.ascent.database.BulkRows;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table and where its value comes from.
 *
 * @param array type of the parallel array that carries its values
 * @param write how such a value becomes the column's, with {@code %s} in its place
 * @param read how the column's value becomes comparable with it
 * @param copy how the value goes into a row that is copied
 */
record Column<T>(String name, String array, String write, String read, Copy copy, Function<T, @Nullable Object> value) {

    /** Appends a value to a row. */
    interface Copy {
        void append(BulkRows row, @Nullable Object value);
    }

    static <T> Column<T> of(String name, String array, Function<T, @Nullable Object> value) {
        return new Column<>(name, array, "%s", "%s", copy(array), value);
    }

    private static Copy copy(String type) {
        return switch (type) {
            case "uuid" -> (row, value) -> row.uuid((UUID) value);
            case "text" -> (row, value) -> row.text((String) value);
            case "bigint" -> (row, value) -> row.number((Long) value);
            case "boolean" -> (row, value) -> row.flag(Boolean.TRUE.equals(value));
            default -> throw new IllegalArgumentException("No column has been of type " + type);
        };
    }

    static <T> Column<T> text(String name, Function<T, @Nullable Object> value) {
        return of(name, "text", value);
    }

    /** {@code json} has no equality, its text has. */
    static <T> Column<T> json(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, "text", "%s::json", "%s::text", copy("text"), value);
    }

    /** Arrays of unlike lengths cannot lie in one array, so that each travels as its lines. */
    static <T> Column<T> lines(String name, Function<T, List<String>> value) {
        return new Column<>(
                name,
                "text",
                "string_to_array(%s, e'\\n')",
                "array_to_string(%s, e'\\n')",
                (row, lines) -> row.texts(lines(String.valueOf(lines))),
                row -> String.join("\n", value.apply(row)));
    }

    private static List<String> lines(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("\n", -1));
    }

    /** For a select of these columns. */
    static <T> String select(List<Column<T>> columns) {
        return columns.stream().map(column -> "c." + column.name()).collect(Collectors.joining(", "));
    }

    <S> Column<S> within(Function<S, T> outer) {
        return new Column<>(name, array, write, read, copy, row -> value.apply(outer.apply(row)));
    }

    String written(String alias) {
        return write.formatted(alias + "." + name);
    }

    String stored(String alias) {
        return read.formatted(alias + "." + name);
    }
}
