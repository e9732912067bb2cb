package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.KnownReasons;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.staging.Findings;
import app.ascent.migration.staging.RecordState;
import app.ascent.migration.staging.Tally;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts records that a run left out back into its staging, so that its next execution loads them. It must be called in a
 * transaction that holds the run, which nobody executes.
 */
@Component
public class Reopening {

    /** A record that was left out. */
    public record LeftOut(SourceId id, RecordState state, Reason reason) {}

    /** Whoever is reopened already, by way of a parent, is not left out any more, though what was found about it stands. */
    private static final String LEFT_OUT =
            """
            select f.source_id, f.severity, f.code from migration_finding f
            join migration_staged_record s on s.organization_id = f.organization_id and s.migration_id = f.migration_id
                and s.entity = f.entity and s.source_id = f.source_id and s.run_id = f.run_id
                and s.state in ('SKIPPED', 'FAILED')
            where f.run_id = :run and f.entity = :entity and f.origin = 'BATCH' and f.ordinal = 0 and f.severity < 2
            """;

    private final JdbcClient jdbc;
    private final EntityMigrations entities;
    private final KnownReasons reasons;
    private final LoadCheckpoints loads;
    private final Clock clock;

    Reopening(JdbcClient jdbc, EntityMigrations entities, KnownReasons reasons, LoadCheckpoints loads, Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.reasons = reasons;
        this.loads = loads;
        this.clock = clock;
    }

    /** Skipped and failed records of a run: one of them, or all that have the reason. */
    public List<LeftOut> find(RunId run, EntityType type, @Nullable SourceId record, @Nullable String code) {
        return jdbc.sql(
                        LEFT_OUT
                                + """
                         and (cast(:id as bigint) is null or f.source_id = :id)
                            and (cast(:code as text) is null or f.code = :code)
                        order by f.source_id
                        """)
                .param("run", run.value())
                .param("entity", type.name())
                .param("id", record == null ? null : record.value())
                .param("code", code)
                .query((row, _) -> leftOut(row.getLong("source_id"), row.getInt("severity"), row.getString("code")))
                .list();
    }

    private LeftOut leftOut(long id, int severity, String code) {
        Reason.Level level = Findings.level(severity);
        return new LeftOut(
                new SourceId(id),
                level == Reason.Level.FAILURE ? RecordState.FAILED : RecordState.SKIPPED,
                reasons.found(code, level));
    }

    /** Reopens these, and whatever was left out only because of them. */
    public void reopen(RunId run, EntityType type, List<LeftOut> records) {
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
        for (EntityMigration<?, ?> entity : entities.inOrder()) {
            if (EntityMigrations.depends(entity, type)) {
                reopen(run, entity.type(), waitingFor(run, entity.type(), type, ids));
            }
        }
    }

    /** Reopens what was left out because of one parent; answers how many. */
    public int reopenBelow(RunId run, SourceRef parent) {
        int reopened = 0;
        for (EntityMigration<?, ?> entity : entities.inOrder()) {
            if (EntityMigrations.depends(entity, parent.type())) {
                List<LeftOut> waiting = waitingFor(run, entity.type(), parent.type(), new Long[] {
                    parent.id().value()
                });
                reopen(run, entity.type(), waiting);
                reopened += waiting.size();
            }
        }
        return reopened;
    }

    /** The finding of such a record names the parent that was missing. */
    private List<LeftOut> waitingFor(RunId run, EntityType type, EntityType parent, Long[] parents) {
        return new ArrayList<>(jdbc.sql(
                        LEFT_OUT
                                + """
                         and f.code = :code and f.parent_entity = :parent and f.parent_id = any(:parents)
                        order by f.source_id
                        """)
                .param("run", run.value())
                .param("entity", type.name())
                .param("code", Reason.PARENT_NOT_IMPORTED.code())
                .param("parent", parent.name())
                .param("parents", parents)
                .query((row, _) -> leftOut(row.getLong("source_id"), row.getInt("severity"), row.getString("code")))
                .list());
    }

    /** Leaves out again, for the reasons they had, all reopened records of which nothing has come yet. */
    public void putBack(RunId run) {
        Set<CheckpointId> begun = Set.copyOf(loads.idsOf(run.value()));
        for (EntityType type : entities.types()) {
            if (!begun.contains(CheckpointId.of(run, type))) {
                continue;
            }
            Tally putBack = leaveOutAgain(run, type).stream()
                    .map(state -> Tally.of(state, null, false))
                    .reduce(Tally.NONE, Tally::plus);
            loads.lock(CheckpointId.of(run, type)).putBack(putBack, clock.instant());
        }
        jdbc.sql("delete from migration_rereading where run_id = :run")
                .param("run", run.value())
                .update();
    }

    /** A record that was read anew has lost its finding, but not the reason that the retry remembers. */
    private List<RecordState> leaveOutAgain(RunId run, EntityType type) {
        return jdbc.sql(
                        """
                        with held as (
                            update migration_staged_record s
                            set state = t.state
                            from migration_run r join migration_retry t on t.run_id = r.id
                            where r.id = :run and t.entity = :entity and s.organization_id = r.organization_id
                                and s.migration_id = r.migration_id and s.entity = t.entity
                                and s.source_id = t.source_id and s.run_id = r.id and s.state = 'STAGED'
                            returning s.organization_id, s.migration_id, s.entity, s.source_id, s.run_id, s.state, t.code
                        ), reasons as (
                            insert into migration_finding (organization_id, migration_id, entity, source_id, origin,
                                ordinal, run_id, severity, code)
                            select organization_id, migration_id, entity, source_id, 'BATCH', 0, run_id,
                                case state when 'FAILED' then 0 else 1 end, code
                            from held on conflict do nothing
                        ), forgotten as (
                            delete from migration_retry t using held
                            where t.run_id = held.run_id and t.entity = held.entity and t.source_id = held.source_id
                        )
                        select state from held
                        """)
                .param("run", run.value())
                .param("entity", type.name())
                .query((row, _) -> RecordState.valueOf(row.getString("state")))
                .list();
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
                        select :run, :entity, w.id, w.state, w.code, now()
                        from unnest(:ids, :states, :codes) as w (id, state, code)
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
