package app.ascent.migration;

import app.ascent.migration.spi.MigrationId;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes the findings of runs long past, record by record the largest part of a run; what its report counts is kept. Each
 * statement commits by itself, so that nothing waits for a whole table.
 */
@Component
class OldFindings {

    private static final Logger log = LoggerFactory.getLogger(OldFindings.class);

    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;

    OldFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps those of the latest runs, and of the last one that came to its end, whose list people see by themselves. */
    void remove(MigrationId migration) {
        for (UUID run : old(migration)) {
            long removed = 0;
            int some;
            do {
                some = removeSome(run);
                removed += some;
            } while (some == AT_ONCE);
            log.info("Removed {} findings of the run {}, which is long past", removed, run);
        }
    }

    private List<UUID> old(MigrationId migration) {
        return jdbc.sql(
                        """
                        select r.id from migration_run r
                        where r.migration_id = :migration
                            and r.number <= (select max(l.number) from migration_run l where l.migration_id = :migration) - :kept
                            and r.number <> (select coalesce(max(e.number), 0) from migration_run e
                                where e.migration_id = :migration and e.completed_at is not null)
                            and exists (select from migration_finding f where f.run_id = r.id)
                        order by r.number
                        """)
                .param("migration", migration.value())
                .param("kept", Reports.LISTED_RUNS)
                .query(UUID.class)
                .list();
    }

    private int removeSome(UUID run) {
        return jdbc.sql(
                        """
                        delete from migration_finding where ctid = any(array(
                            select ctid from migration_finding where run_id = :run limit :some))
                        """)
                .param("run", run)
                .param("some", AT_ONCE)
                .update();
    }
}
