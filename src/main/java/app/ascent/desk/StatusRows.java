package app.ascent.desk;

import app.ascent.identity.OrganizationId;
import app.ascent.text.Folded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The rows of {@code desk_status}, and what becomes of tickets when one of them changes. */
@Component
class StatusRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    StatusRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they are offered. */
    List<TicketStatus> all(OrganizationId organization) {
        return sql(
                        "select * from desk_status where organization_id = :organization order by place, name_key",
                        organization)
                .query((row, _) -> status(row))
                .list();
    }

    /**
     * The same, before one of them is changed: whoever changes another one, or a ticket, waits. They are read when nobody else is at
     * it any more, so that one that was added meanwhile is among them.
     */
    List<TicketStatus> locked(OrganizationId organization) {
        sql("select from desk_status where organization_id = :organization order by id for update", organization)
                .query(row -> {});
        return all(organization);
    }

    /** Kept as it is until the transaction ends. */
    Optional<TicketStatus> held(OrganizationId organization, TicketStatusId id) {
        return sql(
                        "select * from desk_status where organization_id = :organization and id = :id for share",
                        organization)
                .param("id", id.value())
                .query((row, _) -> status(row))
                .optional();
    }

    /** Of these, whether each that is there is closed; they stay as they are until the transaction ends. */
    Map<TicketStatusId, Boolean> closed(OrganizationId organization, Collection<TicketStatusId> ids) {
        Map<TicketStatusId, Boolean> closed = new HashMap<>();
        sql(
                        """
                        select id, closed from desk_status
                        where organization_id = :organization and id = any(:ids) order by id for share
                        """,
                        organization)
                .param(
                        "ids",
                        new SqlArrayValue(
                                "uuid", ids.stream().map(TicketStatusId::value).toArray()))
                .query(row -> {
                    closed.put(new TicketStatusId(row.getObject("id", UUID.class)), row.getBoolean("closed"));
                });
        return closed;
    }

    void insert(OrganizationId organization, TicketStatusId id, StatusFields status) {
        sql(
                        """
                        insert into desk_status
                            (organization_id, id, name, colour, closed, place, created_at, updated_at, name_key)
                        select :organization, :id, :name, :colour, :closed, coalesce(max(place), 0) + 1, :now, :now, :key
                        from desk_status where organization_id = :organization
                        """,
                        organization)
                .param("id", id.value())
                .param("name", status.name())
                .param("colour", status.colour().name())
                .param("closed", status.closed())
                .param("key", Folded.key(status.name()))
                .param("now", now())
                .update();
    }

    /** Its tickets are closed, or open again, by the key that leads here; since when is written after that. */
    void update(OrganizationId organization, TicketStatus before, StatusFields status) {
        sql(
                        """
                        update desk_status set name = :name, colour = :colour, closed = :closed, name_key = :key,
                            version = version + 1, updated_at = :now
                        where organization_id = :organization and id = :id
                        """,
                        organization)
                .param("id", before.id().value())
                .param("name", status.name())
                .param("colour", status.colour().name())
                .param("closed", status.closed())
                .param("key", Folded.key(status.name()))
                .param("now", now())
                .update();
        if (before.closed() != status.closed()) {
            sql(
                            """
                            update desk_ticket set closed_at = case when closed then coalesce(closed_at, :now) end,
                                resolved_at = case when closed then resolved_at end, version = version + 1
                            where organization_id = :organization and status_id = :id
                            """,
                            organization)
                    .param("id", before.id().value())
                    .param("now", now())
                    .update();
        }
    }

    /** Makes it what a new ticket has, and no other. */
    void preset(OrganizationId organization, TicketStatusId id) {
        String set = "update desk_status set preset = %1$s, version = version + 1, updated_at = :now"
                + " where organization_id = :organization and %2$s";
        sql(set.formatted("false", "preset and id <> :id"), organization)
                .param("id", id.value())
                .param("now", now())
                .update();
        sql(set.formatted("true", "not preset and id = :id"), organization)
                .param("id", id.value())
                .param("now", now())
                .update();
    }

    /** @return ids and subjects of the tickets that had it */
    Map<UUID, String> moveTickets(OrganizationId organization, TicketStatusId from, TicketStatus to) {
        Map<UUID, String> moved = new HashMap<>();
        sql(
                        """
                        update desk_ticket set status_id = :to, closed = :closed,
                            closed_at = case when :closed then coalesce(closed_at, :now) end,
                            resolved_at = case when :closed then resolved_at end,
                            version = version + 1, updated_at = :now
                        where organization_id = :organization and status_id = :from
                        returning id, subject
                        """,
                        organization)
                .param("from", from.value())
                .param("to", to.id().value())
                .param("closed", to.closed())
                .param("now", now())
                .query(row -> {
                    moved.put(row.getObject("id", UUID.class), row.getString("subject"));
                });
        return moved;
    }

    void delete(OrganizationId organization, TicketStatusId id) {
        sql("delete from desk_status where organization_id = :organization and id = :id", organization)
                .param("id", id.value())
                .update();
    }

    /** Writes those that every organization has; what is there already stays. */
    void begin(OrganizationId organization) {
        SystemStatus[] system = SystemStatus.values();
        sql(
                        """
                        insert into desk_status
                            (organization_id, id, name, colour, closed, preset, system, place, created_at, updated_at, name_key)
                        select :organization, v.id, v.name, v.colour, v.closed, v.place = 1, true, v.place, :now, :now, v.key
                        from unnest(:ids::uuid[], :names::text[], :colours::text[], :closed::boolean[], :keys::text[])
                            with ordinality as v (id, name, colour, closed, key, place)
                        on conflict do nothing
                        """,
                        organization)
                .param("ids", array("uuid", system, status -> status.id().value()))
                .param("names", array("text", system, SystemStatus::label))
                .param("colours", array("text", system, status -> status.colour()
                        .name()))
                .param("closed", array("boolean", system, SystemStatus::closed))
                .param("keys", array("text", system, status -> Folded.key(status.label())))
                .param("now", now())
                .update();
    }

    private static SqlArrayValue array(String type, SystemStatus[] system, Function<SystemStatus, Object> value) {
        return new SqlArrayValue(type, Arrays.stream(system).map(value).toArray());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private JdbcClient.StatementSpec sql(String sql, OrganizationId organization) {
        return jdbc.sql(sql).param("organization", organization.value());
    }

    private static TicketStatus status(ResultSet row) throws SQLException {
        return new TicketStatus(
                new TicketStatusId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Colour.valueOf(row.getString("colour")),
                row.getBoolean("closed"),
                row.getBoolean("preset"),
                row.getBoolean("system"),
                row.getLong("version"));
    }
}
