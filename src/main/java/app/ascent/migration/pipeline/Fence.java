package app.ascent.migration.pipeline;

import app.ascent.migration.spi.RunId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps an execution that lost its run from writing. */
@Component
public class Fence {

    private record Standing(long fence, String status) {}

    private final JdbcClient jdbc;

    Fence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * To be called first in every transaction that stages, loads or moves a checkpoint. The lock is shared, so that
     * pulling and loading do not wait for each other; a takeover, a pause and a cancel wait for it, so that nothing is
     * written after them.
     */
    void hold(Lease lease) {
        check(
                lease,
                """
                select fence, status, pg_advisory_xact_lock_shared(hashtext('migration_run'), hashtext(id::text))
                from migration_run where id = :run for share
                """);
    }

    /**
     * Ends the transactions that still hold the run. They are of executions that were given up for dead: a node that froze
     * while the database was sending to it, or waiting for the rest of what it sent, would hold up its successor for as
     * long as it is frozen, since the time-out of idle transactions does not count there.
     */
    public void evict(RunId run) {
        jdbc.sql(
                        """
                        select count(pg_terminate_backend(l.pid))
                        from pg_locks l join pg_stat_activity a
                            on a.pid = l.pid and a.usename = current_user
                            and a.xact_start < clock_timestamp() - interval '2 seconds'
                        where l.locktype = 'advisory' and l.granted and l.pid <> pg_backend_pid()
                            and l.database = (select oid from pg_database where datname = current_database())
                            and l.classid = (hashtext('migration_run')::bigint & 4294967295)::oid
                            and l.objid = (hashtext(:run)::bigint & 4294967295)::oid
                        """)
                .param("run", run.value().toString())
                .query(Long.class)
                .single();
    }

    /** Looks without a lock, for a worker that waits for something else. */
    void look(Lease lease) {
        check(lease, "select fence, status from migration_run where id = :run");
    }

    private void check(Lease lease, String sql) {
        Standing standing = jdbc.sql(sql)
                .param("run", lease.run().run().value())
                .query(Standing.class)
                .optional()
                .orElseThrow(RunTakenOver::new);
        if (standing.fence != lease.fence()) {
            throw new RunTakenOver();
        }
        if (!"RUNNING".equals(standing.status)) {
            throw new RunStopped(standing.status);
        }
    }
}
