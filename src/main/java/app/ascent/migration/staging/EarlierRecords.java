package app.ascent.migration.staging;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records that were staged before, when they come again. */
@Component
class EarlierRecords {

    /** @param page in which the payload lies; null where it lies apart */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Earlier(boolean sameRun, RecordState state, @Nullable Outcome outcome, byte[] hash, @Nullable Long page) {

        Tally tally(boolean warned) {
            return Tally.of(state, outcome, warned);
        }

        boolean processedAs(byte[] other) {
            return sameRun && state != RecordState.STAGED && !Arrays.equals(hash, other);
        }

        /**
         * Whether the copy is written once more though it should be the same: it may be the reason why the record failed, or is
         * read anew.
         */
        boolean doubtful() {
            return state == RecordState.FAILED || (sameRun && state == RecordState.STAGED);
        }
    }

    private final JdbcClient jdbc;

    EarlierRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a page; held, so that nobody says what became of a payload that is being replaced. */
    Map<Long, Earlier> lock(RunContext run, EntityType type, Collection<Long> ids, long lowest, long highest) {
        return holdsAny(run, type, lowest, highest) ? lock(run, type, ids) : Map.of();
    }

    /** The pages of a first run hold nothing that is staged: one look tells that of all of their records. */
    private boolean holdsAny(RunContext run, EntityType type, long lowest, long highest) {
        return jdbc.sql(
                        """
                        select source_id from migration_staged_record
                        where organization_id = :organization and migration_id = :migration and entity = :entity
                            and source_id between :lowest and :highest
                        order by source_id limit 1
                        """)
                .params(StagedRecords.key(run, type))
                .param("lowest", lowest)
                .param("highest", highest)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private Map<Long, Earlier> lock(RunContext run, EntityType type, Collection<Long> ids) {
        Map<Long, Earlier> earlier = new HashMap<>();
        jdbc.sql(
                        """
                        select s.source_id, s.run_id = :run as same_run, s.state, s.outcome, s.payload_hash, s.page_id
                        from migration_staged_record s
                        where s.organization_id = :organization and s.migration_id = :migration and s.entity = :entity
                            and s.source_id = any(:ids)
                        order by s.source_id
                        for update of s
                        """)
                .params(StagedRecords.key(run, type))
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    earlier.put(row.getLong("source_id"), earlier(row));
                });
        return earlier;
    }

    private static Earlier earlier(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Earlier(
                row.getBoolean("same_run"),
                RecordState.valueOf(row.getString("state")),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getBytes("payload_hash"),
                row.getObject("page_id", Long.class));
    }

    /** Records that came as they were: those of an earlier run are to be loaded again, without sending them once more. */
    void touch(RunContext run, EntityType type, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update migration_staged_record
                        set run_id = :run, state = 'STAGED', outcome = null, pulled_at = now()
                        where organization_id = :organization and migration_id = :migration and entity = :entity
                            and source_id = any(:ids) and run_id <> :run
                        """)
                .params(StagedRecords.key(run, type))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** Records that came otherwise than before. */
    void replace(RunContext run, EntityType type, List<Long> ids, Map<Long, byte[]> hashes, Map<Long, Long> pages) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into migration_staged_record (organization_id, migration_id, entity, source_id,
                            run_id, state, payload_hash, page_id, pulled_at)
                        select :organization, :migration, :entity, r.id, :run, 'STAGED', r.hash, r.page, now()
                        from unnest(:ids, :hashes, :pages) as r (id, hash, page)
                        on conflict (organization_id, migration_id, entity, source_id) do update
                        set run_id = excluded.run_id, state = 'STAGED', outcome = null, pulled_at = excluded.pulled_at,
                            payload_hash = excluded.payload_hash, page_id = excluded.page_id, above_entity = null,
                            above_id = null, counted_on = null, counted = null
                        """)
                .params(StagedRecords.key(run, type))
                .param("ids", ids.toArray(Long[]::new))
                .param("hashes", ids.stream().map(hashes::get).toArray(byte[][]::new))
                .param("pages", ids.stream().map(pages::get).toArray(Long[]::new))
                .update();
    }

    /** Records that are what they were, and whose payload was written once more. */
    void move(RunContext run, EntityType type, List<Long> ids, Map<Long, Long> pages) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update migration_staged_record s set page_id = m.page
                        from unnest(:ids, :pages) as m (id, page)
                        cross join lateral (
                            select r.ctid as place from migration_staged_record r
                            where r.organization_id = :organization and r.migration_id = :migration
                                and r.entity = :entity and r.source_id = m.id
                            limit 1
                        ) p
                        where s.ctid = p.place and s.entity = :entity
                        """)
                .params(StagedRecords.key(run, type))
                .param("ids", ids.toArray(Long[]::new))
                .param("pages", ids.stream().map(pages::get).toArray(Long[]::new))
                .update();
    }

    /**
     * Forgets what this run found out about records that have to be processed once more, and answers which carried a
     * remark. A statement of its own, behind the lock: a batch that was loading them meanwhile has committed by now.
     */
    Set<Long> forgetFindings(RunContext run, EntityType type, List<Long> ids) {
        Set<Long> warned = new HashSet<>();
        jdbc.sql(
                        """
                        delete from migration_finding
                        where organization_id = :organization and migration_id = :migration and entity = :entity
                            and source_id = any(:ids) and run_id = :run
                        returning source_id, severity
                        """)
                .params(StagedRecords.key(run, type))
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    if (row.getInt("severity") == 2) {
                        warned.add(row.getLong("source_id"));
                    }
                });
        return warned;
    }
}
