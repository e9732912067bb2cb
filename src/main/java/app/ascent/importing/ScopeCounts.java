package app.ascent.importing;

import app.ascent.autotask.AutotaskSessions;
import app.ascent.autotask.ConnectionId;
import app.ascent.autotask.client.AutotaskFailure;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.client.EntityQuery;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.Migrations;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Scope.History;
import app.ascent.migration.spi.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Counts in Autotask what each choice of a scope would bring, when somebody asks, and keeps it: at most three calls a type. */
@Service
public class ScopeCounts {

    /**
     * Records of one entity.
     *
     * @param everything null where Autotask did not count it
     * @param since as {@code everything} where it cannot tell records by how old they are: then it is at most so many
     * @param open likewise
     */
    public record Count(@Nullable Long everything, @Nullable Long since, @Nullable Long open) {

        public @Nullable Long of(History history) {
            return switch (history) {
                case ALL -> everything;
                case SINCE -> since;
                case NONE -> open;
            };
        }
    }

    /**
     * What was counted last.
     *
     * @param counts by the path of the entity
     * @param since the day that was asked for
     * @param answer how long Autotask took, on average
     */
    public record Counted(Map<String, Count> counts, LocalDate since, Duration answer, Instant at) {}

    private record Row(
            String entity,
            @Nullable Long everything,
            @Nullable Long sinceDay,
            @Nullable Long openOnly,
            LocalDate since,
            long answerMillis,
            Instant countedAt) {}

    private final AutotaskSessions sessions;
    private final AutotaskEntities entities;
    private final Migrations migrations;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    ScopeCounts(
            AutotaskSessions sessions,
            AutotaskEntities entities,
            Migrations migrations,
            CurrentUser currentUser,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.sessions = sessions;
        this.entities = entities;
        this.migrations = migrations;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Null where nobody has asked yet. */
    public @Nullable Counted of(MigrationId migration) {
        OrganizationId organization = currentUser.organization();
        List<Row> rows = jdbc.sql(
                        """
                        select entity, everything, since_day, open_only, since, answer_millis, counted_at
                        from importing_scope_count
                        where organization_id = :organization and source_database = :database
                        """)
                .param("organization", organization.value())
                .param("database", source(organization, migration).database())
                .query(Row.class)
                .list();
        if (rows.isEmpty()) {
            return null;
        }
        Map<String, Count> counts = new HashMap<>();
        rows.forEach(row -> counts.put(row.entity, new Count(row.everything, row.sinceDay, row.openOnly)));
        Row any = rows.getFirst();
        return new Counted(counts, any.since, Duration.ofMillis(any.answerMillis), any.countedAt);
    }

    /**
     * Asks Autotask; what the API user may not read stays unknown.
     *
     * @throws AutotaskFailure when nothing can be counted now
     */
    public void count(MigrationId migration, LocalDate since, ZoneId zone) throws InterruptedException {
        OrganizationId organization = currentUser.organization();
        Source source = source(organization, migration);
        AtomicLong calls = new AtomicLong();
        AtomicLong millis = new AtomicLong();
        AutotaskSession session = sessions.open(organization, new ConnectionId(source.connection()), (entity, took) -> {
            calls.incrementAndGet();
            millis.addAndGet(took.toMillis());
        });
        Scope recent = new Scope(History.SINCE, since, zone, Set.of());
        Scope open = new Scope(History.NONE, null, null, Set.of());
        Map<String, Count> counts = new HashMap<>();
        for (AutotaskEntity entity : entities.all()) {
            if (entity.counted()) {
                counts.put(entity.path(), count(session, entity, recent, open));
            }
        }
        keep(organization, source.database(), counts, since, millis.get() / Math.max(1, calls.get()));
    }

    private static Count count(AutotaskSession session, AutotaskEntity entity, Scope recent, Scope open)
            throws InterruptedException {
        Long everything = total(session, entity.query(Scope.EVERYTHING));
        if (everything == null || entity.query(open).conditions().isEmpty()) {
            return new Count(everything, everything, everything);
        }
        return new Count(everything, total(session, entity.query(recent)), total(session, entity.query(open)));
    }

    private static @Nullable Long total(AutotaskSession session, EntityQuery query) throws InterruptedException {
        try {
            return session.total(query);
        } catch (AutotaskFailure.PermissionDenied
                | AutotaskFailure.WrongAddress
                | AutotaskFailure.UnknownField
                | AutotaskFailure.UnexpectedAnswer refused) {
            return null;
        }
    }

    private void keep(
            OrganizationId organization, long database, Map<String, Count> counts, LocalDate since, long millis) {
        List<Map.Entry<String, Count>> rows = new ArrayList<>(counts.entrySet());
        transactions.executeWithoutResult(status -> {
            forget(organization, database);
            jdbc.sql(
                            """
                            insert into importing_scope_count (organization_id, source_database, entity, everything,
                                since_day, open_only, since, answer_millis, counted_at)
                            select :organization, :database, n.entity, n.everything, n.since_day, n.open_only, :since,
                                :millis, now()
                            from unnest(:entities, :everything, :recent, :open) as n (entity, everything, since_day, open_only)
                            on conflict (organization_id, source_database, entity) do nothing
                            """)
                    .param("organization", organization.value())
                    .param("database", database)
                    .param("entities", rows.stream().map(Map.Entry::getKey).toArray(String[]::new))
                    .param("everything", column(rows, History.ALL))
                    .param("recent", column(rows, History.SINCE))
                    .param("open", column(rows, History.NONE))
                    .param("since", since)
                    .param("millis", millis)
                    .update();
        });
    }

    private static Long[] column(List<Map.Entry<String, Count>> rows, History history) {
        return rows.stream().map(row -> row.getValue().of(history)).toArray(Long[]::new);
    }

    /** In the caller's transaction, when nothing reads that database any more. */
    void forget(OrganizationId organization, long database) {
        jdbc.sql(
                        "delete from importing_scope_count where organization_id = :organization and source_database = :database")
                .param("organization", organization.value())
                .param("database", database)
                .update();
    }

    private Source source(OrganizationId organization, MigrationId migration) {
        return migrations
                .find(organization, migration)
                .orElseThrow(MigrationRefused.Unknown::new)
                .source();
    }
}
