package app.ascent.crm;

import app.ascent.crm.ClientImports.ParentLink;
import app.ascent.crm.ClientImports.ParentLost;
import app.ascent.crm.ClientImports.ParentsAssigned;
import app.ascent.identity.OrganizationId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Who belongs to whom among clients: a tree of any depth, without circles. */
@Component
class Parents {

    private record Link(UUID client, UUID parent, boolean chosen) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Parents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Two who hang trees into each other at the same time would each see no circle. */
    void lock(OrganizationId organization) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('crm_client.parent ' || :organization, 0))")
                .param("organization", organization.toString())
                .query(row -> {});
    }

    /** Whether the client would come to stand above itself. */
    boolean closesCircle(OrganizationId organization, ClientId client, ClientId parent) {
        return jdbc.sql(
                        """
                        with recursive above as (
                            select :parent::uuid as id
                            union
                            select c.parent_id from above a
                            join crm_client c on c.organization_id = :organization and c.id = a.id
                            where c.parent_id is not null
                        )
                        select exists (select from above where id = :client)
                        """)
                .param("organization", organization.value())
                .param("parent", parent.value())
                .param("client", client.value())
                .query(Boolean.class)
                .single();
    }

    ParentsAssigned assign(OrganizationId organization, List<ParentLink> links, boolean overwrite) {
        lock(organization);
        List<ParentLost> own = own(organization, links);
        bound(
                        """
                        update crm_client as c
                        set parent_id = w.parent, parent_chosen = false, version = c.version + 1, updated_at = :now
                        from (
                            select v.client, v.expected, p.id as parent
                            from unnest(:clients::uuid[], :parents::uuid[], :expected::uuid[])
                                as v (client, parent, expected)
                            left join crm_client p on p.organization_id = :organization
                                and p.id = nullif(v.parent, v.client)
                        ) as w
                        where c.organization_id = :organization and c.id = w.client
                          and c.parent_id is distinct from w.parent
                          and (:overwrite and w.parent is not null or c.parent_id is not distinct from w.expected)
                        """,
                        organization,
                        links)
                .param("now", Timestamp.from(clock.instant()))
                .param("overwrite", overwrite)
                .update();
        List<ClientId> kept =
                overwrite ? List.of() : own.stream().map(ParentLost::client).toList();
        Set<ClientId> ownWay = new HashSet<>(kept);
        List<ClientId> circular = links.stream()
                .filter(link -> link.client().equals(link.parent()) && !ownWay.contains(link.client()))
                .map(ParentLink::client)
                .toList();
        return new ParentsAssigned(kept, circular, overwrite ? own : List.of());
    }

    /** Clients whose parent is a person's choice, while the source has another one that is in Ascent. */
    List<ParentLost> own(OrganizationId organization, List<ParentLink> links) {
        return bound(
                        """
                        select c.id, c.parent_id, p.id as parent
                        from unnest(:clients::uuid[], :parents::uuid[], :expected::uuid[]) as v (client, parent, expected)
                        join crm_client c on c.organization_id = :organization and c.id = v.client
                        join crm_client p on p.organization_id = :organization and p.id = nullif(v.parent, v.client)
                        where c.parent_id is distinct from v.expected and c.parent_id is distinct from p.id
                        order by c.id
                        """,
                        organization,
                        links)
                .query((row, number) -> new ParentLost(
                        new ClientId(row.getObject("id", UUID.class)),
                        client(row.getObject("parent_id", UUID.class)),
                        new ClientId(row.getObject("parent", UUID.class))))
                .list();
    }

    private static @Nullable ClientId client(@Nullable UUID id) {
        return id == null ? null : new ClientId(id);
    }

    private JdbcClient.StatementSpec bound(String sql, OrganizationId organization, List<ParentLink> links) {
        return jdbc.sql(sql)
                .param("organization", organization.value())
                .param("clients", ids(links, ParentLink::client))
                .param("parents", ids(links, ParentLink::parent))
                .param("expected", ids(links, ParentLink::expected));
    }

    private static SqlArrayValue ids(List<ParentLink> links, Function<ParentLink, @Nullable ClientId> end) {
        Object[] ids = links.stream()
                .map(end)
                .map(client -> client == null ? null : client.value())
                .toArray();
        return new SqlArrayValue("uuid", ids);
    }

    void giveBack(OrganizationId organization, List<ParentLost> chosen) {
        List<ParentLink> links = chosen.stream()
                .map(each -> new ParentLink(each.client(), each.before(), null))
                .toList();
        bound(
                        """
                        update crm_client as c
                        set parent_id = v.parent, parent_chosen = true, version = c.version + 1, updated_at = :now
                        from unnest(:clients::uuid[], :parents::uuid[], :expected::uuid[]) as v (client, parent, expected)
                        where c.organization_id = :organization and c.id = v.client
                        """,
                        organization,
                        links)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    List<ClientId> dropCircles(OrganizationId organization) {
        lock(organization);
        List<UUID> dropped = circles(unrooted(organization)).stream()
                .flatMap(circle -> imported(circle).stream())
                .map(Link::client)
                .sorted()
                .toList();
        if (!dropped.isEmpty()) {
            jdbc.sql(
                            """
                            update crm_client
                            set parent_id = null, parent_chosen = false, version = version + 1, updated_at = :now
                            where organization_id = :organization and id = any (:ids)
                            """)
                    .param("organization", organization.value())
                    .param("ids", new SqlArrayValue("uuid", dropped.toArray()))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
        return dropped.stream().map(ClientId::new).toList();
    }

    /**
     * From the roots down each client is seen once, and no circle is ever entered. What remains stands in a circle or
     * hangs below one: hardly ever anything, so that it may be held in memory.
     */
    private Map<UUID, Link> unrooted(OrganizationId organization) {
        Map<UUID, Link> links = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        with recursive rooted as (
                            select c.id from crm_client c
                            join crm_client p on p.organization_id = :organization and p.id = c.parent_id
                            where c.organization_id = :organization and c.parent_id is not null and p.parent_id is null
                            union all
                            select c.id from rooted r
                            join crm_client c on c.organization_id = :organization and c.parent_id = r.id
                        )
                        select id, parent_id, parent_chosen from crm_client
                        where organization_id = :organization and parent_id is not null
                          and id not in (select id from rooted)
                        order by id
                        """)
                .param("organization", organization.value())
                .query(row -> {
                    UUID client = row.getObject("id", UUID.class);
                    links.put(
                            client,
                            new Link(client, row.getObject("parent_id", UUID.class), row.getBoolean("parent_chosen")));
                });
        return links;
    }

    private static List<List<Link>> circles(Map<UUID, Link> links) {
        List<List<Link>> circles = new ArrayList<>();
        Map<UUID, UUID> seenFrom = new HashMap<>();
        for (UUID start : links.keySet()) {
            UUID at = start;
            while (seenFrom.putIfAbsent(at, start) == null) {
                at = linkOf(links, at).parent();
            }
            if (start.equals(seenFrom.get(at))) {
                circles.add(around(links, at));
            }
        }
        return circles;
    }

    private static List<Link> around(Map<UUID, Link> links, UUID start) {
        List<Link> circle = new ArrayList<>();
        UUID at = start;
        do {
            Link link = linkOf(links, at);
            circle.add(link);
            at = link.parent();
        } while (!at.equals(start));
        return circle;
    }

    private static Link linkOf(Map<UUID, Link> links, UUID client) {
        Link link = links.get(client);
        if (link == null) {
            throw new IllegalStateException("The parent of an unrooted client is rooted: " + client);
        }
        return link;
    }

    private static List<Link> imported(List<Link> circle) {
        List<Link> imported = circle.stream().filter(link -> !link.chosen()).toList();
        return imported.isEmpty() ? circle : imported;
    }
}
