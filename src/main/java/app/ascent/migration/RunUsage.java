package app.ascent.migration;

import app.ascent.migration.spi.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Calls and outages of runs. They have a table of their own, because every writing transaction of a worker holds a share
 * lock on the run: counting there would have to wait for it.
 */
@Component
class RunUsage {

    record Usage(
            UUID run,
            long calls,
            long answerMillis,
            @Nullable Instant lastAnswerAt,
            @Nullable Instant outageSince,
            int outageAttempts) {

        @Nullable
        Duration averageAnswer() {
            return calls == 0 ? null : Duration.ofMillis(answerMillis / calls);
        }
    }

    private final JdbcClient jdbc;

    RunUsage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(RunId run) {
        jdbc.sql("insert into migration_run_usage (run_id) values (:run)")
                .param("run", run.value())
                .update();
    }

    void countCall(RunId run, Duration took) {
        jdbc.sql(
                        """
                        update migration_run_usage
                        set calls = calls + 1, answer_millis = answer_millis + :took, last_answer_at = clock_timestamp()
                        where run_id = :run
                        """)
                .param("took", took.toMillis())
                .param("run", run.value())
                .update();
    }

    /** Counts one more attempt that met an outage and tells since when it lasts. */
    Usage outage(RunId run) {
        return jdbc.sql(
                        """
                        update migration_run_usage
                        set outage_since = coalesce(outage_since, clock_timestamp()), outage_attempts = outage_attempts + 1
                        where run_id = :run
                        returning *
                        """)
                .param("run", run.value())
                .query(RunUsage::usage)
                .single();
    }

    void outageOver(RunId run) {
        jdbc.sql(
                        """
                        update migration_run_usage set outage_since = null, outage_attempts = 0
                        where run_id = :run and outage_since is not null
                        """)
                .param("run", run.value())
                .update();
    }

    Map<UUID, Usage> of(Collection<UUID> runs) {
        return jdbc
                .sql("select * from migration_run_usage where run_id = any(cast(:runs as uuid[]))")
                .param("runs", runs.stream().map(UUID::toString).toArray(String[]::new))
                .query(RunUsage::usage)
                .list()
                .stream()
                .collect(Collectors.toMap(Usage::run, usage -> usage));
    }

    private static Usage usage(ResultSet row, int number) throws SQLException {
        return new Usage(
                row.getObject("run_id", UUID.class),
                row.getLong("calls"),
                row.getLong("answer_millis"),
                instant(row, "last_answer_at"),
                instant(row, "outage_since"),
                row.getInt("outage_attempts"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
