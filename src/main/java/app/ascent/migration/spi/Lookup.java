package app.ascent.migration.spi;

import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of row at the source that becomes no record of Ascent, and is looked up when records are mapped: what a country is
 * called, how many units of a service a contract has today. Mappers hold it as a constant; a {@link LookupTable} reads it.
 *
 * @param type by the source's name of it, as {@code Countries}
 * @param row what is read of a row
 * @param owner the row's field with the id of the record it belongs to, by which it is looked up; null where it is looked up
 *     by its own id
 */
public record Lookup<R>(EntityType type, Class<R> row, @Nullable String owner) {

    /** What a record looks up: the row of that id, or all rows of that owner. */
    public record Key(EntityType type, long value) {}

    /** One row each, by its own id. */
    public static <R> Lookup<R> byId(String name, Class<R> row) {
        return new Lookup<>(new EntityType(name), row, null);
    }

    /** Any number of rows each, by what stands in their field {@code owner}. */
    public static <R> Lookup<R> byOwner(String name, Class<R> row, String owner) {
        return new Lookup<>(new EntityType(name), row, owner);
    }

    public Key key(long value) {
        return new Key(type, value);
    }

    /** None where the record names none. */
    public Stream<Key> key(OptionalLong value) {
        return value.stream().mapToObj(this::key);
    }
}
