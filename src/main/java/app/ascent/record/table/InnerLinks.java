package app.ascent.record.table;

import app.ascent.identity.OrganizationId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links of records to others of their table, such as a parent: chains of any length, in which people close no circle, and from
 * which an import cuts those that it brought.
 */
public class InnerLinks {

    /**
     * A record whose link is to be set.
     *
     * @param expected what an import last wrote there; where something else stands, a person chose it
     */
    public record Wanted(UUID record, @Nullable UUID target, @Nullable UUID expected) {}

    /** A record whose link a person chose, while another one is wanted there. */
    public record Chosen(UUID record, @Nullable UUID stands, UUID wanted) {}

    /** A record with its link, and the id that the source's record has from which it came, if any did. */
    public record Standing(UUID record, @Nullable UUID target, @Nullable Long source) {}

    /** A record whose link is part of a circle. */
    public record Link(UUID record, UUID target) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String table;
    private final String column;

    public InnerLinks(JdbcClient jdbc, Clock clock, RecordTable<?> table, String column) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.table = table.records();
        this.column = column;
    }

    /** Two who hang chains into each other at the same time would each see no circle: the second one waits. */
    public void lock(OrganizationId organization) {
        Turns.take(jdbc, organization, table + "." + column);
    }

    /** Whether the record would come to stand above itself. */
    public boolean closesCircle(OrganizationId organization, UUID record, UUID target) {
        return sql(
                        """
                        with recursive above as (
                            select :target::uuid as id
                            union
                            select c.%2$s from above a
                            join %1$s c on c.organization_id = :organization and c.id = a.id
                            where c.%2$s is not null
                        )
                        select exists (select from above where id = :record)
                        """,
                        organization)
                .param("target", target)
                .param("record", record)
                .query(Boolean.class)
                .single();
    }

    /** Of these, those that stand as a person chose. */
    public List<Chosen> chosen(OrganizationId organization, List<Wanted> links) {
        return bound(
                        """
                        select c.id, c.%2$s as stands, w.target
                        from (%3$s) as w
                        join %1$s c on c.organization_id = :organization and c.id = w.record
                        where w.target is not null
                          and c.%2$s is distinct from w.expected and c.%2$s is distinct from w.target
                        order by c.id
                        """,
                        organization, links)
                .query((row, number) -> new Chosen(
                        row.getObject("id", UUID.class),
                        row.getObject("stands", UUID.class),
                        row.getObject("target", UUID.class)))
                .list();
    }

    /**
     * Sets links; a target that is gone, or the record itself, is none.
     *
     * @param overwrite whether what a person chose is replaced, too, where a record is wanted there that exists
     */
    @Transactional
    public void set(OrganizationId organization, List<Wanted> links, boolean overwrite) {
        lock(organization);
        bound(
                        """
                        update %1$s as c
                        set %2$s = w.target, version = c.version + 1, updated_at = :now
                        from (%3$s) as w
                        where c.organization_id = :organization and c.id = w.record
                          and c.%2$s is distinct from w.target
                          and (:overwrite and w.target is not null or c.%2$s is not distinct from w.expected)
                        """,
                        organization, links)
                .param("now", Timestamp.from(clock.instant()))
                .param("overwrite", overwrite)
                .update();
    }

    /** Sets links whatever stands there. */
    @Transactional
    public void put(OrganizationId organization, Map<UUID, @Nullable UUID> links) {
        List<Wanted> wanted = links.entrySet().stream()
                .map(link -> new Wanted(link.getKey(), link.getValue(), null))
                .toList();
        bound(
                        """
                        update %1$s as c
                        set %2$s = w.target, version = c.version + 1, updated_at = :now
                        from (%3$s) as w
                        where c.organization_id = :organization and c.id = w.record and c.%2$s is distinct from w.target
                        """,
                        organization, wanted)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Circles, however long, until the end of the transaction the only ones. */
    @Transactional
    public List<List<Link>> circles(OrganizationId organization) {
        lock(organization);
        return circles(unrooted(organization));
    }

    /** What stands in these, and which record of the source they came from; those that are gone are absent. */
    @Transactional(readOnly = true)
    public List<Standing> standing(
            OrganizationId organization, String system, long database, Collection<UUID> records) {
        return sql(
                        """
                        select id as record, %2$s as target,
                            case when source_system = :system and source_database = :database then source_id end as source
                        from %1$s where organization_id = :organization and id = any(:records)
                        """,
                        organization)
                .param("records", new SqlArrayValue("uuid", records.toArray()))
                .param("system", system)
                .param("database", database)
                .query(Standing.class)
                .list();
    }

    /**
     * From the roots down each record is seen once, and no circle is ever entered. What remains stands in a circle or
     * hangs below one: hardly ever anything, so that it may be held in memory.
     */
    private Map<UUID, UUID> unrooted(OrganizationId organization) {
        Map<UUID, UUID> links = new LinkedHashMap<>();
        sql(
                        """
                        with recursive rooted as (
                            select c.id from %1$s c
                            join %1$s p on p.organization_id = :organization and p.id = c.%2$s
                            where c.organization_id = :organization and c.%2$s is not null and p.%2$s is null
                            union all
                            select c.id from rooted r
                            join %1$s c on c.organization_id = :organization and c.%2$s = r.id
                        )
                        select id, %2$s from %1$s
                        where organization_id = :organization and %2$s is not null and id not in (select id from rooted)
                        order by id
                        """,
                        organization)
                .query(row -> {
                    links.put(row.getObject("id", UUID.class), row.getObject(column, UUID.class));
                });
        return links;
    }

    private static List<List<Link>> circles(Map<UUID, UUID> links) {
        List<List<Link>> circles = new ArrayList<>();
        Map<UUID, UUID> seenFrom = new HashMap<>();
        for (UUID start : links.keySet()) {
            UUID at = start;
            while (seenFrom.putIfAbsent(at, start) == null) {
                at = target(links, at);
            }
            if (start.equals(seenFrom.get(at))) {
                circles.add(around(links, at));
            }
        }
        return circles;
    }

    private static List<Link> around(Map<UUID, UUID> links, UUID start) {
        List<Link> circle = new ArrayList<>();
        UUID at = start;
        do {
            UUID next = target(links, at);
            circle.add(new Link(at, next));
            at = next;
        } while (!at.equals(start));
        return circle;
    }

    private static UUID target(Map<UUID, UUID> links, UUID record) {
        UUID target = links.get(record);
        if (target == null) {
            throw new IllegalStateException("What an unrooted record points to is rooted: " + record);
        }
        return target;
    }

    private JdbcClient.StatementSpec sql(String sql, OrganizationId organization) {
        return jdbc.sql(sql.formatted(table, column)).param("organization", organization.value());
    }

    private JdbcClient.StatementSpec bound(String sql, OrganizationId organization, List<Wanted> links) {
        String wanted =
                """
                select v.record, v.expected, t.id as target
                from unnest(:records::uuid[], :targets::uuid[], :expected::uuid[]) as v (record, target, expected)
                left join %s t on t.organization_id = :organization and t.id = nullif(v.target, v.record)
                """
                        .formatted(table);
        return jdbc.sql(sql.formatted(table, column, wanted))
                .param("organization", organization.value())
                .param("records", ends(links, Wanted::record))
                .param("targets", ends(links, Wanted::target))
                .param("expected", ends(links, Wanted::expected));
    }

    private static SqlArrayValue ends(List<Wanted> links, Function<Wanted, @Nullable UUID> end) {
        return new SqlArrayValue("uuid", links.stream().map(end).toArray());
    }
}
