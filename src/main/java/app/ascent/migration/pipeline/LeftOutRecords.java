package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.KnownReasons;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.staging.Findings;
import app.ascent.migration.staging.RecordState;
import app.ascent.migration.staging.Tally;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records that a run left out and that are wished to be tried again: {@link Reopening}. */
@Component
class LeftOutRecords {

    /** A record that was left out. */
    record LeftOut(SourceId id, RecordState state, Reason reason) {}

    /** Whoever is reopened already, by way of a parent, is not left out any more, though what was found about it stands. */
    private static final String LEFT_OUT =
            """
             from migration_reopening w
            join migration_finding f on f.run_id = w.run_id and f.entity = :entity and f.origin = 'BATCH' and f.ordinal = 0
            join migration_staged_record s on s.organization_id = f.organization_id and s.migration_id = f.migration_id
                and s.entity = :entity and s.source_id = f.source_id and s.run_id = f.run_id
                and s.state in ('SKIPPED', 'FAILED')
            where w.run_id = :run
            """;

    private static final String WISHED_FOR =
            """
            (f.entity = any(w.entities) and (w.code is null or f.code = w.code)
                and (w.source_id is null or f.source_id = w.source_id)
                or f.code = :missing and f.parent_entity = w.parent_entity and f.parent_id = w.parent_id)
            """;

    private final JdbcClient jdbc;
    private final KnownReasons reasons;
    private final LoadCheckpoints loads;
    private final Clock clock;

    LeftOutRecords(JdbcClient jdbc, KnownReasons reasons, LoadCheckpoints loads, Clock clock) {
        this.jdbc = jdbc;
        this.reasons = reasons;
        this.loads = loads;
        this.clock = clock;
    }

    /** Of what is wished for itself, without what waits for it. */
    Reopening.Found count(RunId run, EntityType type) {
        return jdbc.sql("select count(*) filter (where f.code <> all(:never)) as worthwhile,"
                        + " count(*) filter (where f.code = any(:never)) as hopeless"
                        + LEFT_OUT + " and f.severity < 2 and " + WISHED_FOR)
                .param("run", run.value())
                .param("entity", type.name())
                .param("missing", Reason.PARENT_NOT_IMPORTED.code())
                .param("never", never())
                .query(Reopening.Found.class)
                .single();
    }

    /** What is wished for, and what waits for a record that was reopened: its finding names the parent that was missing. */
    List<LeftOut> find(RunId run, EntityType type, int severity, long after, int limit) {
        return jdbc.sql(
                        "select f.source_id, f.severity, f.code" + LEFT_OUT
                                + " and f.severity = :severity and f.source_id > :after and (f.code <> all(:never) and "
                                + WISHED_FOR
                                + """
                         or f.code = :missing and exists (
                            select from migration_retry t
                            where t.run_id = w.run_id and t.entity = f.parent_entity and t.source_id = f.parent_id
                                and t.asked_at = w.asked_at))
                        order by f.source_id limit :limit
                        """)
                .param("run", run.value())
                .param("entity", type.name())
                .param("missing", Reason.PARENT_NOT_IMPORTED.code())
                .param("never", never())
                .param("severity", severity)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> leftOut(row.getLong("source_id"), row.getInt("severity"), row.getString("code")))
                .list();
    }

    private String[] never() {
        return reasons.neverRetried().toArray(String[]::new);
    }

    private LeftOut leftOut(long id, int severity, String code) {
        Reason.Level level = Findings.level(severity);
        return new LeftOut(
                new SourceId(id),
                level == Reason.Level.FAILURE ? RecordState.FAILED : RecordState.SKIPPED,
                reasons.found(code, level));
    }

    void reopen(RunId run, EntityType type, List<LeftOut> records) {
        if (records.isEmpty()) {
            return;
        }
        Long[] ids = records.stream().map(each -> each.id().value()).toArray(Long[]::new);
        stageAgain(run, type, ids);
        remember(run, type, ids, records);
        readAnew(run, type, records);
        loads.lock(CheckpointId.of(run, type))
                .reopen(
                        records.stream()
                                .map(each -> Tally.of(each.state(), null, false))
                                .reduce(Tally.NONE, Tally::plus),
                        clock.instant());
    }

    /** What was found out about them stays to be read until they are processed again. */
    private void stageAgain(RunId run, EntityType type, Long[] ids) {
        jdbc.sql(
                        """
                        update migration_staged_record s set state = 'STAGED', outcome = null
                        from migration_run r
                        where r.id = :run and s.organization_id = r.organization_id
                            and s.migration_id = r.migration_id and s.entity = :entity and s.source_id = any(:ids)
                        """)
                .param("run", run.value())
                .param("entity", type.name())
                .param("ids", ids)
                .update();
    }

    private void remember(RunId run, EntityType type, Long[] ids, List<LeftOut> records) {
        jdbc.sql(
                        """
                        insert into migration_retry (run_id, entity, source_id, state, code, asked_at)
                        select o.run_id, :entity, w.id, w.state, w.code, o.asked_at
                        from migration_reopening o, unnest(:ids, :states, :codes) as w (id, state, code)
                        where o.run_id = :run
                        on conflict (run_id, entity, source_id) do update
                        set state = excluded.state, code = excluded.code, asked_at = excluded.asked_at
                        """)
                .param("run", run.value())
                .param("entity", type.name())
                .param("ids", ids)
                .param(
                        "states",
                        records.stream().map(each -> each.state().name()).toArray(String[]::new))
                .param(
                        "codes",
                        records.stream().map(each -> each.reason().code()).toArray(String[]::new))
                .update();
    }

    private void readAnew(RunId run, EntityType type, List<LeftOut> records) {
        jdbc.sql(
                        """
                        insert into migration_rereading (run_id, entity, source_id)
                        select :run, :entity, id from unnest(:ids) as w (id)
                        on conflict do nothing
                        """)
                .param("run", run.value())
                .param("entity", type.name())
                .param(
                        "ids",
                        records.stream()
                                .filter(each -> each.reason().retry() == Reason.Retry.READ_ANEW)
                                .map(each -> each.id().value())
                                .toArray(Long[]::new))
                .update();
    }
}
