package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.staging.RecordState;
import app.ascent.migration.staging.Tally;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes back that records are tried again, which must be called in a transaction that holds the run. */
@Component
public class PuttingBack {

    private final JdbcClient jdbc;
    private final EntityMigrations entities;
    private final LoadCheckpoints loads;
    private final Clock clock;

    PuttingBack(JdbcClient jdbc, EntityMigrations entities, LoadCheckpoints loads, Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.loads = loads;
        this.clock = clock;
    }

    /**
     * Leaves out again, for the reasons they had, all reopened records of which nothing has come yet. Answers whether that is
     * all: of a type of which others were processed, doubles and links are still to be looked for, if the run goes on.
     */
    public boolean putBack(RunId run, boolean goesOn) {
        boolean all = true;
        Set<String> tried = goesOn ? tried(run) : Set.of();
        Set<CheckpointId> begun = Set.copyOf(loads.idsOf(run.value()));
        for (EntityType type : entities.types()) {
            if (!begun.contains(CheckpointId.of(run, type))) {
                continue;
            }
            Tally putBack = leaveOutAgain(run, type).stream()
                    .map(state -> Tally.of(state, null, false))
                    .reduce(Tally.NONE, Tally::plus);
            LoadCheckpoint checkpoint = loads.lock(CheckpointId.of(run, type));
            checkpoint.putBack(putBack, !tried.contains(type.name()), clock.instant());
            all &= checkpoint.done();
        }
        for (String left : List.of("migration_rereading", "migration_reopening")) {
            jdbc.sql("delete from " + left + " where run_id = :run")
                    .param("run", run.value())
                    .update();
        }
        return all;
    }

    /** Types of which something has come in this retry. */
    private Set<String> tried(RunId run) {
        return jdbc.sql(
                        """
                        select distinct t.entity from migration_retry t
                        join migration_run r on r.id = t.run_id
                        join migration_staged_record s on s.organization_id = r.organization_id
                            and s.migration_id = r.migration_id and s.entity = t.entity and s.source_id = t.source_id
                        where t.run_id = :run and s.state <> 'STAGED'
                            and t.asked_at = (select max(asked_at) from migration_retry where run_id = :run)
                        """)
                .param("run", run.value())
                .query(String.class)
                .set();
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
                                and s.migration_id = r.migration_id and s.entity = :entity
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
}
