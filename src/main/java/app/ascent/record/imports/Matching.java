package app.ascent.record.imports;

import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.NaturalKey.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Hands existing records out to source records: first those that carry the source id, then unlinked ones that a key fits,
 * the first key that fits any.
 * Whoever fits exactly one takes it from those behind, so that the outcome is the same however the source records fall into
 * batches; whoever fits several takes none, because a new one is made. Each is looked up by itself: docs/adr/010.
 */
record Matching(JdbcClient jdbc, String table) {

    /**
     * A record that fits.
     *
     * @param key by which of them, from 1 on; 0 where it carries the source id already
     */
    private record Fit(long sourceId, UUID id, int key) {

        static Fit of(ResultSet row, int number) throws SQLException {
            return new Fit(row.getLong("source_id"), row.getObject("id", UUID.class), row.getInt("key"));
        }

        boolean adopted() {
            return key == 0;
        }
    }

    List<ImportMatch> match(
            OrganizationId organization, String system, long database, List<Long> sourceIds, List<NaturalKey> keys) {
        return mayMatch(organization, system, database, sourceIds, keys.getFirst())
                ? fitting(organization, system, database, sourceIds, keys)
                : List.of();
    }

    /**
     * Whether there may be a record for any of these source records: one that an earlier import left with a source id among
     * theirs, or one that nobody has imported. Both are told by one look into an index, where matching looks twice for each
     * source record. To be asked for each batch, in its transaction, since people enter records while an import runs.
     */
    private boolean mayMatch(
            OrganizationId organization, String system, long database, List<Long> sourceIds, NaturalKey key) {
        return !sourceIds.isEmpty()
                && jdbc.sql(
                                """
                                select coalesce(
                                    (
                                        select true from %1$s
                                        where organization_id = :organization and source_system = :system
                                            and source_database = :database
                                            and source_id between :lowest and :highest
                                        order by source_id limit 1
                                    ),
                                    (
                                        select true from %1$s
                                        where organization_id = :organization and source_id is null
                                        order by %2$s limit 1
                                    ),
                                    false
                                )
                                """
                                        .formatted(table, key.index()))
                        .param("organization", organization.value())
                        .param("system", system)
                        .param("database", database)
                        .param("lowest", Collections.min(sourceIds))
                        .param("highest", Collections.max(sourceIds))
                        .query(Boolean.class)
                        .single();
    }

    private List<ImportMatch> fitting(
            OrganizationId organization, String system, long database, List<Long> sourceIds, List<NaturalKey> keys) {
        List<Values> wanted = Stream.concat(
                        Stream.of(new Values("source_id", "bigint", sourceIds)),
                        keys.stream().flatMap(key -> key.values().stream()))
                .toList();
        String sql =
                """
                select w.source_id, fit.id, fit.key
                from unnest(%2$s) as w (%3$s)
                cross join lateral (
                    (
                        select c.id, 0 as key from %1$s c
                        where c.organization_id = :organization and c.source_system = :system
                            and c.source_database = :database
                            and c.source_id between w.source_id and w.source_id
                        order by c.source_id
                        limit 1
                    )
                    %4$s
                ) fit
                order by w.source_id, fit.id
                """
                        .formatted(
                                table,
                                named(wanted, values -> ":%s::%s[]".formatted(values.name(), values.type())),
                                named(wanted, Values::name),
                                unlinked(keys));
        Map<String, Object> arrays = new HashMap<>();
        wanted.forEach(each -> arrays.put(
                each.name(), new SqlArrayValue(each.type(), each.values().toArray())));
        return among(jdbc.sql(sql)
                .param("organization", organization.value())
                .param("system", system)
                .param("database", database)
                .params(arrays)
                .query(Fit::of)
                .list());
    }

    private String unlinked(List<NaturalKey> keys) {
        StringBuilder unlinked = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            unlinked.append(
                    """
                    union all
                    (
                        select c.id, %2$d from %1$s c
                        where c.organization_id = :organization and c.source_id is null and %3$s
                        order by %4$s
                        offset 0
                    )
                    """
                            .formatted(
                                    table,
                                    i + 1,
                                    keys.get(i).condition(),
                                    keys.get(i).last()));
        }
        return unlinked.toString();
    }

    private static String named(List<Values> wanted, Function<Values, String> piece) {
        return wanted.stream().map(piece).collect(Collectors.joining(", "));
    }

    private static List<ImportMatch> among(List<Fit> fits) {
        Map<Long, List<Fit>> wishes = new TreeMap<>();
        fits.forEach(fit -> wishes.computeIfAbsent(fit.sourceId(), sourceId -> new ArrayList<>())
                .add(fit));
        Set<UUID> taken = new HashSet<>();
        List<ImportMatch> matches = new ArrayList<>();
        wishes.forEach((sourceId, wished) -> {
            List<UUID> free = free(wished, taken);
            if (free.size() == 1) {
                taken.add(free.getFirst());
            }
            if (!free.isEmpty()) {
                matches.add(new ImportMatch(sourceId, free, wished.stream().anyMatch(Fit::adopted)));
            }
        });
        return matches;
    }

    private static List<UUID> free(List<Fit> wished, Set<UUID> taken) {
        List<Fit> free = wished.stream()
                .filter(fit -> fit.adopted() || !taken.contains(fit.id()))
                .toList();
        int first = free.stream().mapToInt(Fit::key).min().orElse(0);
        return free.stream().filter(fit -> fit.key() == first).map(Fit::id).toList();
    }
}
