package app.ascent.migration;

import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.SourceRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which records of a run were tried again, and what came of it. */
@Component
public class RetryRows {

    public record Key(String entity, long sourceId) {

        public static Key of(RecordView found) {
            SourceRef record = found.inside();
            return new Key(record.type().name(), record.id().value());
        }
    }

    /**
     * One record that was tried again.
     *
     * @param before why it had been left out until then
     * @param pending whether nothing has come of it yet
     */
    public record Retried(Instant askedAt, String before, boolean pending) {}

    /**
     * All that were tried again at once.
     *
     * @param pending of which nothing has come yet
     * @param loaded that are in Ascent now
     * @param same that were left out for the same reason once more
     */
    public record Result(Instant askedAt, long tried, long pending, long loaded, long same) {

        /** Those that were left out for another reason. */
        public long otherwise() {
            return tried - pending - loaded - same;
        }
    }

    private static final String STANDING =
            """
             from migration_retry t
            join migration_run r on r.id = t.run_id
            join migration_staged_record s on s.organization_id = r.organization_id and s.migration_id = r.migration_id
                and s.entity = t.entity and s.source_id = t.source_id and s.run_id = t.run_id
            """;

    private final JdbcClient jdbc;

    RetryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Result> last(RunId run) {
        return jdbc.sql(
                        """
                        select t.asked_at, count(*) as tried, count(*) filter (where s.state = 'STAGED') as pending,
                            count(*) filter (where s.state = 'LOADED') as loaded,
                            count(*) filter (where s.state in ('SKIPPED', 'FAILED') and f.code = t.code) as same
                        """
                                + STANDING
                                + """
                        left join migration_finding f on f.organization_id = r.organization_id
                            and f.migration_id = r.migration_id and f.entity = t.entity and f.source_id = t.source_id
                            and f.run_id = t.run_id and f.origin = 'BATCH' and f.ordinal = 0
                        where t.run_id = :run
                        group by t.asked_at order by t.asked_at desc limit 1
                        """)
                .param("run", run.value())
                .query((row, _) -> new Result(
                        at(RunUsage.instant(row, "asked_at")),
                        row.getLong("tried"),
                        row.getLong("pending"),
                        row.getLong("loaded"),
                        row.getLong("same")))
                .optional();
    }

    Map<Key, Retried> of(RunId run, List<RecordView> found) {
        Map<Key, Retried> retried = new HashMap<>();
        if (found.isEmpty()) {
            return retried;
        }
        jdbc.sql("select t.entity, t.source_id, t.asked_at, t.code, s.state = 'STAGED' as pending" + STANDING
                        + " join unnest(:entities, :ids) as w (entity, id) on w.entity = t.entity and w.id = t.source_id"
                        + " where t.run_id = :run")
                .param("run", run.value())
                .param(
                        "entities",
                        found.stream().map(each -> each.inside().type().name()).toArray(String[]::new))
                .param(
                        "ids",
                        found.stream().map(each -> each.sourceId().value()).toArray(Long[]::new))
                .query(row -> {
                    retried.put(
                            new Key(row.getString("entity"), row.getLong("source_id")),
                            new Retried(
                                    at(RunUsage.instant(row, "asked_at")),
                                    row.getString("code"),
                                    row.getBoolean("pending")));
                });
        return retried;
    }

    private static Instant at(@Nullable Instant asked) {
        if (asked == null) {
            throw new IllegalStateException("A retry has no time");
        }
        return asked;
    }
}
