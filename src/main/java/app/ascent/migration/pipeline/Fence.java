package app.ascent.migration.pipeline;

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
        check(lease, "select fence, status from migration_run where id = :run for share");
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
