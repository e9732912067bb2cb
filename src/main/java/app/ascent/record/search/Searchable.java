package app.ascent.record.search;

import app.ascent.record.table.RecordTable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/**
 * One kind of record, as the search over all kinds finds it. Contributed by the kind as a bean, so that the search knows none.
 *
 * @param kind as programs know it, behind {@code /api/v1/}; also what the names of its words end in
 * @param place where its records stand among those of other kinds, the lowest first
 * @param authority who finds them
 * @param path below which the pages of its records are
 * @param list where all of them are listed; null where there is no such list
 * @param title of a record, which is {@code c}, in SQL
 * @param told further texts in SQL that tell a record from others; those that are null are left out
 * @param keys by which a record is found before others, each with an index that begins with the organization
 * @param owner what a record belongs to, whose name is told last
 * @param order of records that fit equally well, one of {@link RecordTable#orders()}
 */
public record Searchable(
        String kind,
        int place,
        String authority,
        String path,
        @Nullable Listed list,
        RecordTable<?> table,
        String title,
        List<String> told,
        List<Key> keys,
        @Nullable Owner owner,
        Sort.Order order) {

    /** A list, and what its address says beside the search so that it leaves nothing out. */
    public record Listed(String path, String filter, String value) {}

    /** A column whose whole value people type. */
    public record Key(Match match, String column) {}

    /** @param id makes an id of what lies in the column */
    public record Owner(String column, Function<UUID, ? extends Record> id) {}

    /** A kind that is found by its texts alone, and stands in the order of names. */
    public static Searchable kind(String kind, int place, String authority, String path, RecordTable<?> table) {
        return new Searchable(
                kind,
                place,
                authority,
                path,
                null,
                table,
                "c.name",
                List.of(),
                List.of(),
                null,
                Sort.Order.asc("name"));
    }

    public Searchable listed(String list, String filter, String value) {
        return new Searchable(
                kind, place, authority, path, new Listed(list, filter, value), table, title, told, keys, owner, order);
    }

    public Searchable titled(String sql) {
        return new Searchable(kind, place, authority, path, list, table, sql, told, keys, owner, order);
    }

    public Searchable telling(String... sql) {
        return new Searchable(kind, place, authority, path, list, table, title, List.of(sql), keys, owner, order);
    }

    public Searchable key(Match match, String column) {
        List<Key> more = new ArrayList<>(keys);
        more.add(new Key(match, column));
        return new Searchable(kind, place, authority, path, list, table, title, told, List.copyOf(more), owner, order);
    }

    public Searchable belongingTo(String column, Function<UUID, ? extends Record> id) {
        return new Searchable(
                kind, place, authority, path, list, table, title, told, keys, new Owner(column, id), order);
    }

    public Searchable newestBy(String name) {
        return new Searchable(
                kind, place, authority, path, list, table, title, told, keys, owner, Sort.Order.desc(name));
    }
}
