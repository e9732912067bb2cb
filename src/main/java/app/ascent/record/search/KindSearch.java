package app.ascent.record.search;

import static app.ascent.record.table.PageQuery.lookup;

import app.ascent.identity.OrganizationId;
import app.ascent.record.Provenance;
import app.ascent.record.table.RecordTable;
import app.ascent.record.table.SearchText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Finds records of one kind in one statement, within ten milliseconds or so at hundreds of thousands of them: of a word that
 * fits very many, {@link #CANDIDATES} and the first in the kind's order are looked at, and the rest is left.
 */
final class KindSearch {

    static final int SHOWN = 5;

    /** So many that fit are read and put in order. */
    static final int CANDIDATES = 1_000;

    /** Where more fit than that, the first of so many in the kind's order come before the rest. */
    static final int WALKED = 2_000;

    private final JdbcClient jdbc;
    private final Searchable kind;

    KindSearch(JdbcClient jdbc, Searchable kind) {
        this.jdbc = jdbc;
        this.kind = kind;
    }

    Searchable kind() {
        return kind;
    }

    /** A record with the id of what it belongs to, whose name is not known yet. */
    record Row(@Nullable Hit hit, @Nullable Record owner, long count, boolean counted) {}

    List<Row> find(OrganizationId organization, Wanted wanted) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("organization", organization.value());
        parameters.put("keys", new SqlArrayValue("text", wanted.keys().toArray()));
        parameters.put("key", wanted.folded());
        wanted.sourceId().ifPresent(id -> parameters.put("sourceId", id));
        String sql = sql(wanted, SearchText.fits(SearchText.patterns(wanted.typed()), parameters));
        return jdbc.sql(sql).params(parameters).query((row, _) -> row(row)).list();
    }

    /**
     * What fits by its text is collected up to a bound, as lists do it; where the bound is reached, an index that has the
     * kind's order is walked for a while. Whole keys come from indexes of their own. Only candidates are read, and only those
     * that are shown are read whole.
     */
    private String sql(Wanted wanted, String fits) {
        RecordTable<?> table = kind.table();
        String order = Objects.requireNonNull(table.orders().get(kind.order().getProperty()));
        String direction = kind.order().isAscending() ? "asc" : "desc";
        return """
                with hit as materialized (%1$s limit %3$d),
                walked as materialized (
                    select w.id from (
                        select r.id, r.%4$s as place from %5$s r where r.organization_id = :organization
                        order by r.%4$s %6$s, r.id %6$s limit %7$d
                    ) w cross join %8$s t
                    where (select count(*) from hit) = %3$d%2$s
                    order by w.place %6$s, w.id %6$s limit %9$d
                ),
                candidate as materialized (
                    select id from walked
                    union select id from hit
                    where (select count(*) from hit) < %3$d or (select count(*) from walked) < %9$d%10$s
                ),
                ranked as materialized (
                    select c.id, %11$s as match, c.sort_key = :key as called, c.%4$s as place
                    from candidate cross join %12$s c
                ),
                chosen as materialized (
                    select * from ranked order by match is null, called desc, place %6$s, id %6$s limit %9$d
                ),
                total as (
                    select (select count(*) from ranked) as found, (select count(*) from hit) < %3$d as counted
                )
                select total.found, total.counted, page.* from total left join (
                    select chosen.id, chosen.match, chosen.called, chosen.place, c.source_system, c.source_database, c.source_id,
                        %13$s as title, array_remove(array[%14$s]::text[], null) as told, %15$s as source_number, %16$s as owner_id
                    from chosen cross join %17$s c
                ) page on true
                order by match is null, called desc, place %6$s, id %6$s
                """
                .formatted(
                        SearchText.found(table, fits),
                        fits,
                        CANDIDATES,
                        order,
                        table.records(),
                        direction,
                        WALKED,
                        lookup(table.texts(), ":organization", "w.id"),
                        SHOWN,
                        exact(wanted),
                        match(wanted),
                        lookup(table.records(), ":organization", "candidate.id"),
                        kind.title(),
                        String.join(", ", kind.told()),
                        sourceNumber(),
                        kind.owner() == null
                                ? "null::uuid"
                                : "c." + kind.owner().column(),
                        lookup(table.records(), ":organization", "chosen.id"));
    }

    /** Records one of whose keys was typed; each key has its own index. */
    private String exact(Wanted wanted) {
        Stream<String> keys = kind.keys().stream().map(key -> "n.%s = any(:keys)".formatted(key.column()));
        Stream<String> ids = wanted.sourceId().isPresent() ? Stream.of("n.source_id = :sourceId") : Stream.empty();
        return Stream.concat(keys, ids)
                .map(condition ->
                        "\nunion (select n.id from %s n where n.organization_id = :organization and %s limit %d)"
                                .formatted(kind.table().records(), condition, CANDIDATES))
                .collect(Collectors.joining());
    }

    private String match(Wanted wanted) {
        StringBuilder match = new StringBuilder("case");
        for (Searchable.Key key : kind.keys()) {
            match.append(" when c.%s = any(:keys) then '%s'".formatted(key.column(), key.match()));
        }
        if (wanted.sourceId().isPresent()) {
            match.append(" when c.source_id = :sourceId then '%s'".formatted(Match.SOURCE_ID));
        }
        return match.append(" when false then '' end").toString();
    }

    private String sourceNumber() {
        return kind.keys().stream()
                .filter(key -> key.match() == Match.OLD_NUMBER)
                .map(key -> "c." + key.column())
                .findFirst()
                .orElse("null::text");
    }

    private Row row(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Row(id == null ? null : hit(id, row), owner(row), row.getLong("found"), row.getBoolean("counted"));
    }

    private @Nullable Record owner(ResultSet row) throws SQLException {
        UUID owner = row.getObject("owner_id", UUID.class);
        return kind.owner() == null || owner == null ? null : kind.owner().id().apply(owner);
    }

    private Hit hit(UUID id, ResultSet row) throws SQLException {
        String system = row.getString("source_system");
        String match = row.getString("match");
        return new Hit(
                id,
                kind.path() + "/" + id,
                row.getString("title"),
                Arrays.asList((String[]) row.getArray("told").getArray()),
                system == null
                        ? null
                        : new Provenance(system, row.getLong("source_database"), row.getLong("source_id")),
                row.getString("source_number"),
                match == null ? null : Match.valueOf(match));
    }
}
