package app.ascent.migration;

import app.ascent.migration.spi.MigrationId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of a migration that is being removed, a part of them a transaction; the migration itself goes last. */
@Component
class RemovedRows {

    /** Rows of a table, which go in the order of its key: where others have died, they are not looked at again. */
    private record Rows(String table, String which, String order) {}

    private static final int AT_ONCE = 5_000;

    /** Each has hundreds of payloads. */
    private static final int PAGES_AT_ONCE = 200;

    /** As long as a person is kept waiting. */
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private static final String OF_MIGRATION = "organization_id = :organization and migration_id = :migration";
    private static final String OF_RUNS = "run_id in (select id from migration_run where " + OF_MIGRATION + ")";

    /** What it is known that records became goes first: it is kept by database, and a later migration would believe it. */
    private static final List<Rows> WHOLE = List.of(
            new Rows(
                    "migration_id_map",
                    "organization_id = :organization and source_system = :system and source_database = :database",
                    "entity, source_id"),
            new Rows("migration_finding", OF_MIGRATION, "entity, source_id"),
            new Rows("migration_staged_owner", OF_MIGRATION, "entity, source_id"),
            new Rows("migration_change", OF_MIGRATION, "run_id, entity, source_id"),
            new Rows("migration_retry", OF_RUNS, "run_id, entity, source_id"),
            new Rows("migration_rereading", OF_RUNS, "run_id, entity, source_id"),
            new Rows("migration_value_count", OF_MIGRATION, "entity, field, value_key"),
            new Rows("migration_picklist", OF_MIGRATION, "entity"),
            new Rows("migration_value_decision", OF_MIGRATION, "entity, field, value_key"),
            new Rows("migration_parent_choice", OF_MIGRATION, "entity, source_id"));

    /** A row has its place within its type there. */
    private record Divided(String table, String order, int atOnce) {}

    private static final List<Divided> DIVIDED = List.of(
            new Divided("migration_staged_record", "source_id", AT_ONCE),
            new Divided("migration_payload", "source_id", AT_ONCE),
            new Divided("migration_page", "page_id", PAGES_AT_ONCE));

    private record Removed(UUID organization, String system, long database) {

        Map<String, Object> key(MigrationId migration) {
            return Map.of(
                    "organization",
                    organization,
                    "migration",
                    migration.value(),
                    "system",
                    system,
                    "database",
                    database);
        }
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    RemovedRows(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        // Of its own, since whoever comes right behind the commit of another one still counts as being in that.
        this.transactions = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /**
     * Removes rows for some seconds; answers whether all are gone. Two may do so at once, and take turns. Of a migration that
     * nobody asked to remove, nothing goes.
     */
    boolean removeSome(MigrationId migration) {
        long until = System.nanoTime() + AT_MOST.toNanos();
        while (removeAPart(migration)) {
            if (System.nanoTime() > until) {
                return false;
            }
        }
        return true;
    }

    private boolean removeAPart(MigrationId migration) {
        return transactions.execute(status -> removed(migration)
                .map(found -> removeAPart(found.key(migration)))
                .orElse(false));
    }

    private Optional<Removed> removed(MigrationId migration) {
        return jdbc.sql(
                        """
                        select organization_id as organization, source_system as system, source_database as database
                        from migration_migration where id = :migration and removed_at is not null
                        """)
                .param("migration", migration.value())
                .query(Removed.class)
                .optional();
    }

    private boolean removeAPart(Map<String, Object> key) {
        return WHOLE.stream().anyMatch(rows -> remove(rows, key))
                || DIVIDED.stream().anyMatch(rows -> removeOfOneType(rows, key))
                || removeItself(key);
    }

    private boolean remove(Rows rows, Map<String, Object> key) {
        return jdbc.sql(
                                "delete from %1$s where ctid = any(array(select ctid from %1$s where %2$s order by %3$s limit :some))"
                                        .formatted(rows.table, rows.which, rows.order))
                        .params(key)
                        .param("some", AT_ONCE)
                        .update()
                > 0;
    }

    private boolean removeOfOneType(Divided rows, Map<String, Object> key) {
        Optional<String> type = jdbc.sql("select entity from %s where %s order by entity, %s limit 1"
                        .formatted(rows.table, OF_MIGRATION, rows.order))
                .params(key)
                .query(String.class)
                .optional();
        return type.isPresent()
                && jdbc.sql(
                                        """
                                        delete from %1$s where entity = :entity and ctid = any(array(
                                            select ctid from %1$s where %2$s and entity = :entity
                                            order by %3$s limit :some))
                                        """
                                                .formatted(rows.table, OF_MIGRATION, rows.order))
                                .params(key)
                                .param("entity", type.get())
                                .param("some", rows.atOnce)
                                .update()
                        > 0;
    }

    /** Checkpoints, usage, dictionary, notices and reports go with their run. */
    private boolean removeItself(Map<String, Object> key) {
        jdbc.sql("delete from migration_run where " + OF_MIGRATION).params(key).update();
        jdbc.sql("delete from migration_migration where organization_id = :organization and id = :migration")
                .params(key)
                .update();
        return false;
    }
}
