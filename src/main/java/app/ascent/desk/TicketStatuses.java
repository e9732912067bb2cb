package app.ascent.desk;

import app.ascent.identity.OrganizationId;
import app.ascent.text.Folded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The statuses that tickets of an organization can have. */
@Service
public class TicketStatuses {

    private final JdbcClient jdbc;
    private final Clock clock;

    TicketStatuses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they are offered. */
    @Transactional(readOnly = true)
    public List<TicketStatus> all(OrganizationId organization) {
        return jdbc.sql("select * from desk_status where organization_id = :organization order by place, name_key")
                .param("organization", organization.value())
                .query((row, _) -> status(row))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<TicketStatus> find(OrganizationId organization, TicketStatusId id) {
        return all(organization).stream()
                .filter(status -> status.id().equals(id))
                .findFirst();
    }

    /** Writes those that every organization has; in the caller's transaction, if there is one. */
    void begin(OrganizationId organization) {
        SystemStatus[] system = SystemStatus.values();
        jdbc.sql(
                        """
                        insert into desk_status
                            (organization_id, id, name, colour, closed, preset, system, place, created_at, updated_at, name_key)
                        select :organization, v.id, v.name, v.colour, v.closed, v.place = 1, true, v.place, :now, :now, v.key
                        from unnest(:ids::uuid[], :names::text[], :colours::text[], :closed::boolean[], :keys::text[])
                            with ordinality as v (id, name, colour, closed, key, place)
                        on conflict do nothing
                        """)
                .param("organization", organization.value())
                .param("ids", array("uuid", system, status -> status.id().value()))
                .param("names", array("text", system, SystemStatus::label))
                .param("colours", array("text", system, status -> status.colour()
                        .name()))
                .param("closed", array("boolean", system, SystemStatus::closed))
                .param("keys", array("text", system, status -> Folded.key(status.label())))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static SqlArrayValue array(String type, SystemStatus[] system, Function<SystemStatus, Object> value) {
        return new SqlArrayValue(type, Arrays.stream(system).map(value).toArray());
    }

    /** Kept as it is until the transaction ends. */
    Optional<TicketStatus> held(OrganizationId organization, TicketStatusId id) {
        return jdbc.sql("select * from desk_status where organization_id = :organization and id = :id for share")
                .param("organization", organization.value())
                .param("id", id.value())
                .query((row, _) -> status(row))
                .optional();
    }

    /** What a new ticket has. */
    TicketStatusId preset(OrganizationId organization) {
        return jdbc.sql("select id from desk_status where organization_id = :organization and preset")
                .param("organization", organization.value())
                .query(UUID.class)
                .optional()
                .map(TicketStatusId::new)
                .orElseGet(SystemStatus.NEW::id);
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
