package app.ascent.migration;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How all migrations of all organizations stand, for whoever operates Ascent: numbers only, no word of whose they are. */
@Service
public class RunCensus {

    private final JdbcClient jdbc;

    RunCensus(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param migrations by the status of their latest run
     * @param longestWait of the runs that wait, how long the one does that has waited longest
     * @param longestSilence of the runs that run, how long ago the one moved a checkpoint that moved none for longest
     */
    public record Census(Map<RunStatus, Long> migrations, Duration longestWait, Duration longestSilence) {}

    private record Row(RunStatus status, long migrations, double waited, double silent) {}

    @Transactional(readOnly = true)
    public Census take() {
        Map<RunStatus, Long> migrations = new EnumMap<>(RunStatus.class);
        double wait = 0;
        double silence = 0;
        for (Row row : rows()) {
            migrations.put(row.status(), row.migrations());
            wait = Math.max(wait, row.waited());
            silence = Math.max(silence, row.silent());
        }
        return new Census(migrations, duration(wait), duration(silence));
    }

    private Iterable<Row> rows() {
        return jdbc.sql(
                        """
                        select status, count(*) as migrations,
                            coalesce(max(extract(epoch from clock_timestamp() - waiting_since))
                                filter (where status = 'WAITING'), 0) as waited,
                            coalesce(max(extract(epoch from clock_timestamp() - greatest(running_since, (
                                select max(moved_at) from (
                                    select moved_at from migration_pull_checkpoint where run_id = latest.id
                                    union all
                                    select moved_at from migration_load_checkpoint where run_id = latest.id
                                ) checkpoints))))
                                filter (where status = 'RUNNING'), 0) as silent
                        from (
                            select distinct on (migration_id) id, status, waiting_since, running_since
                            from migration_run order by migration_id, number desc
                        ) latest
                        group by status
                        """)
                .query(Row.class)
                .list();
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.max(0, (long) (seconds * 1000)));
    }
}
