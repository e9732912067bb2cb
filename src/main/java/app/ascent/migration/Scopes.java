package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.RunKind;
import app.ascent.migration.spi.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what imports take: as the Owner chose it for the migration, and as it was when a run began: docs/adr/056. */
@Component
class Scopes {

    private final JdbcClient jdbc;
    private final Clock clock;

    Scopes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Scope of(MigrationId migration) {
        return ofMigrations(List.of(migration.value())).getOrDefault(migration.value(), Scope.EVERYTHING);
    }

    Scope of(RunId run) {
        return ofRuns(List.of(run.value())).getOrDefault(run.value(), Scope.EVERYTHING);
    }

    /** Those that somebody chose; the others are absent. */
    Map<UUID, Scope> ofMigrations(Collection<UUID> migrations) {
        return find("select migration_id as id, * from migration_scope where migration_id = any(:ids)", migrations);
    }

    /** Those of runs that began with a chosen one; the others are absent. */
    Map<UUID, Scope> ofRuns(Collection<UUID> runs) {
        return find("select run_id as id, * from migration_run_scope where run_id = any(:ids)", runs);
    }

    private Map<UUID, Scope> find(String which, Collection<UUID> ids) {
        Map<UUID, Scope> scopes = new HashMap<>();
        jdbc.sql(which).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            scopes.put(row.getObject("id", UUID.class), scope(row));
        });
        return scopes;
    }

    void put(OrganizationId organization, MigrationId migration, Scope scope, UserId by) {
        jdbc.sql(
                        """
                        insert into migration_scope (organization_id, migration_id, history, since, zone, left_out,
                            content_since, content_zone, content_up_to, changed_at, changed_by)
                        values (:organization, :migration, :history, :since, :zone, :leftOut,
                            :contentSince, :contentZone, :contentUpTo, :at, :by)
                        on conflict (organization_id, migration_id) do update
                        set history = excluded.history, since = excluded.since, zone = excluded.zone,
                            left_out = excluded.left_out, content_since = excluded.content_since,
                            content_zone = excluded.content_zone, content_up_to = excluded.content_up_to,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param("organization", organization.value())
                .param("migration", migration.value())
                .params(columns(scope))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    /** The run keeps to this, whatever is chosen later. One that reads nothing goes as far back as the last one that did. */
    void begin(Run run) {
        Scope chosen = of(run.migration());
        Scope scope = run.kind().reads() ? chosen : lastReading(run).within(chosen);
        jdbc.sql(
                        """
                        insert into migration_run_scope (run_id, history, since, zone, left_out,
                            content_since, content_zone, content_up_to)
                        values (:run, :history, :since, :zone, :leftOut, :contentSince, :contentZone, :contentUpTo)
                        """)
                .param("run", run.id().value())
                .params(columns(scope))
                .update();
    }

    /** Of those that came to their end, if any did: what a cancelled one was to reach, it did not. */
    private Scope lastReading(Run run) {
        return jdbc.sql(
                        """
                        select id from migration_run
                        where migration_id = :migration and number < :number and kind = any(:reading)
                        order by completed_at is null, number desc limit 1
                        """)
                .param("migration", run.migration().value())
                .param("number", run.number())
                .param("reading", RunKind.reading())
                .query(UUID.class)
                .optional()
                .map(last -> of(new RunId(last)))
                .orElse(Scope.EVERYTHING);
    }

    private static Map<String, @Nullable Object> columns(Scope scope) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("history", scope.history().name());
        columns.put("since", scope.since());
        columns.put("zone", id(scope.zone()));
        columns.put("leftOut", scope.leftOut().stream().sorted().toArray(String[]::new));
        columns.put("contentSince", scope.limits().since());
        columns.put("contentZone", id(scope.limits().zone()));
        columns.put("contentUpTo", scope.limits().upTo());
        return columns;
    }

    private static @Nullable String id(@Nullable ZoneId zone) {
        return zone == null ? null : zone.getId();
    }

    private static @Nullable ZoneId zone(@Nullable String id) {
        return id == null ? null : ZoneId.of(id);
    }

    private static Scope scope(ResultSet row) throws SQLException {
        return new Scope(
                Scope.History.valueOf(row.getString("history")),
                row.getObject("since", LocalDate.class),
                zone(row.getString("zone")),
                Set.of((String[]) row.getArray("left_out").getArray()),
                new Scope.Limits(
                        row.getObject("content_since", LocalDate.class),
                        zone(row.getString("content_zone")),
                        row.getObject("content_up_to", Long.class)));
    }
}
