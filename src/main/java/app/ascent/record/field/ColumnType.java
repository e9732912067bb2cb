package app.ascent.record.field;

import app.ascent.database.BulkRows;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How values of one kind lie in a column.
 *
 * @param array type of the parallel array that carries them
 * @param write how such a value becomes the column's, with {@code %s} in its place
 * @param stored how the column's value becomes comparable with it
 * @param sent a value as the array carries it
 * @param copy how it goes into a row that is copied
 * @param read what stands in a row
 */
record ColumnType(String array, String write, String stored, Function<Object, Object> sent, Copy copy, Reading read) {

    /** Appends a value, as it is sent, to a row. */
    interface Copy {
        void append(BulkRows row, @Nullable Object value);
    }

    /** Takes a value out of a row. */
    interface Reading {
        @Nullable
        Object of(ResultSet row, String column) throws SQLException;
    }

    static final ColumnType TEXT = plain("text", (row, value) -> row.text((String) value), ResultSet::getString);

    static final ColumnType UUID =
            plain("uuid", (row, value) -> row.uuid((UUID) value), (row, name) -> row.getObject(name, UUID.class));

    static final ColumnType NUMBER =
            plain("bigint", (row, value) -> row.number((Long) value), (row, name) -> row.getObject(name, Long.class));

    static final ColumnType FLAG =
            plain("boolean", (row, value) -> row.flag(Boolean.TRUE.equals(value)), ResultSet::getBoolean);

    static final ColumnType DATE = plain(
            "date", (row, value) -> row.date((LocalDate) value), (row, name) -> row.getObject(name, LocalDate.class));

    static final ColumnType TIME = plain("timestamptz", (row, value) -> row.time((Instant) value), (row, name) -> {
        Timestamp time = row.getTimestamp(name);
        return time == null ? null : time.toInstant();
    });

    static final ColumnType DECIMAL =
            plain("numeric", (row, value) -> row.decimal((BigDecimal) value), ResultSet::getBigDecimal);

    /** {@code json} has no equality, its text has. */
    static final ColumnType JSON =
            new ColumnType("text", "%s::json", "%s::text", Function.identity(), TEXT.copy, TEXT.read);

    /** Arrays of unlike lengths cannot lie in one array, so that each travels as its lines. */
    static final ColumnType LINES = new ColumnType(
            "text",
            "string_to_array(%s, e'\\n')",
            "array_to_string(%s, e'\\n')",
            lines -> String.join("\n", texts(lines)),
            (row, joined) -> row.texts(split(String.valueOf(joined))),
            (row, name) -> List.of((String[]) row.getArray(name).getArray()));

    /** As {@link #LINES}: of arrays of ids, too, each travels as its lines. */
    static final ColumnType UUIDS = new ColumnType(
            "text",
            "string_to_array(%s, e'\\n')::uuid[]",
            "array_to_string(%s, e'\\n')",
            ids -> ((List<?>) ids).stream().map(Object::toString).collect(Collectors.joining("\n")),
            (row, joined) -> row.uuids(split(String.valueOf(joined)).stream()
                    .map(java.util.UUID::fromString)
                    .toList()),
            (row, name) -> List.of((UUID[]) row.getArray(name).getArray()));

    private static ColumnType plain(String array, Copy copy, Reading read) {
        return new ColumnType(array, "%s", "%s", Function.identity(), copy, read);
    }

    /** The same column for values of another type. */
    ColumnType holding(Function<Object, Object> inward, Function<Object, Object> outward) {
        return new ColumnType(array, write, stored, inward.andThen(sent), copy, (row, name) -> {
            Object value = read.of(row, name);
            return value == null ? null : outward.apply(value);
        });
    }

    @SuppressWarnings("unchecked") // of no other type is a list among the fields of a record
    private static List<String> texts(Object lines) {
        return (List<String>) lines;
    }

    private static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("\n", -1));
    }
}
