package app.ascent.record.field;

import app.ascent.database.BulkRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One column of a table and where its value comes from. */
public record Column<T>(String name, ColumnType type, Function<T, @Nullable Object> value) {

    public static <T> Column<T> text(String name, Function<T, @Nullable String> value) {
        return new Column<>(name, ColumnType.TEXT, value::apply);
    }

    public static <T> Column<T> uuid(String name, Function<T, @Nullable UUID> value) {
        return new Column<>(name, ColumnType.UUID, value::apply);
    }

    public static <T> Column<T> number(String name, Function<T, @Nullable Long> value) {
        return new Column<>(name, ColumnType.NUMBER, value::apply);
    }

    public static <T> Column<T> date(String name, Function<T, @Nullable LocalDate> value) {
        return new Column<>(name, ColumnType.DATE, value::apply);
    }

    public static <T> Column<T> time(String name, Function<T, @Nullable Instant> value) {
        return new Column<>(name, ColumnType.TIME, value::apply);
    }

    public static <T> Column<T> json(String name, Function<T, @Nullable String> value) {
        return new Column<>(name, ColumnType.JSON, value::apply);
    }

    public <S> Column<S> within(Function<S, T> outer) {
        return new Column<>(name, type, row -> value.apply(outer.apply(row)));
    }

    /** The value as it travels. */
    @Nullable
    Object sent(T row) {
        Object held = value.apply(row);
        return held == null ? null : type.sent().apply(held);
    }

    void copy(BulkRows copied, T row) {
        type.copy().append(copied, sent(row));
    }

    String written(String alias) {
        return type.write().formatted(alias + "." + name);
    }

    String stored(String alias) {
        return type.stored().formatted(alias + "." + name);
    }
}
