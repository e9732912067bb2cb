package app.ascent.autotask;

import app.ascent.autotask.throttling.ThrottleProperties;
import app.ascent.identity.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The pace each connection was asked to keep; it holds from the next call on, whichever node makes it. */
@Service
public class Paces {

    private record Now(@Nullable QuietHours quietHours, Instant time) {}

    private final JdbcClient jdbc;
    private final ThrottleProperties properties;

    Paces(JdbcClient jdbc, ThrottleProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** The largest share there is, by the settings of this installation. */
    public int mostPercent() {
        return properties.quotaShare().movePointRight(2).intValue();
    }

    public Pace of(OrganizationId organization, ConnectionId connection) {
        return jdbc.sql(
                        """
                        select share, quiet_from, quiet_to, quiet_zone from autotask_pace
                        where organization_id = :organization and connection_id = :connection
                        """)
                .param("organization", organization.value())
                .param("connection", connection.value())
                .query((row, _) -> new Pace(
                        Math.min(
                                mostPercent(),
                                row.getBigDecimal("share").movePointRight(2).intValue()),
                        quietHours(row)))
                .optional()
                .orElseGet(() -> new Pace(mostPercent(), null));
    }

    /** @throws PaceRefused when the share is too large or too small */
    public void keep(OrganizationId organization, ConnectionId connection, Pace pace) {
        int least = Math.min(Pace.GENTLEST, mostPercent());
        if (pace.sharePercent() < least || pace.sharePercent() > mostPercent()) {
            throw new PaceRefused(
                    "quotaShare", "Choose a share between %d and %d percent.".formatted(least, mostPercent()));
        }
        QuietHours quiet = pace.quietHours();
        jdbc.sql(
                        """
                        insert into autotask_pace
                            (organization_id, connection_id, database, share, quiet_from, quiet_to, quiet_zone)
                        select organization_id, id, database, :percent / 100.0, :from, :to, :zone
                        from autotask_connection where organization_id = :organization and id = :connection
                        on conflict (organization_id, connection_id) do update
                        set share = excluded.share, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                            quiet_zone = excluded.quiet_zone
                        """)
                .param("organization", organization.value())
                .param("connection", connection.value())
                .param("percent", pace.sharePercent())
                .param("from", quiet == null ? null : quiet.from(), java.sql.Types.TIME)
                .param("to", quiet == null ? null : quiet.to(), java.sql.Types.TIME)
                .param("zone", quiet == null ? null : quiet.zone().getId())
                .update();
    }

    /** How long it stays quiet, by the database's clock; empty when imports may call. */
    public Optional<Duration> quietFor(OrganizationId organization, ConnectionId connection) {
        return jdbc.sql(
                        """
                        select quiet_from, quiet_to, quiet_zone, clock_timestamp() as now from autotask_pace
                        where organization_id = :organization and connection_id = :connection
                            and quiet_from is not null
                        """)
                .param("organization", organization.value())
                .param("connection", connection.value())
                .query((row, _) ->
                        new Now(quietHours(row), row.getTimestamp("now").toInstant()))
                .optional()
                .flatMap(now -> now.quietHours() == null
                        ? Optional.empty()
                        : now.quietHours().until(now.time()).map(end -> Duration.between(now.time(), end)));
    }

    private static @Nullable QuietHours quietHours(ResultSet row) throws SQLException {
        LocalTime from = row.getObject("quiet_from", LocalTime.class);
        return from == null
                ? null
                : new QuietHours(
                        from, row.getObject("quiet_to", LocalTime.class), ZoneId.of(row.getString("quiet_zone")));
    }
}
