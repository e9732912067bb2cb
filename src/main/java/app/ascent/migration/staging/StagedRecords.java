package app.ascent.migration.staging;

import app.ascent.database.Plans;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Source records as they came. One that comes again in a later run keeps its row, and what was found out about it, until
 * it is processed again.
 */
@Component
public class StagedRecords {

    /**
     * What staging a page changed.
     *
     * @param fresh records this run had not seen before
     * @param withdrawn what had already been made, in this run, of records that came again with another content
     * @param came payloads that were not staged before
     * @param replaced those that they took the place of
     */
    public record Staged(long fresh, Tally withdrawn, List<String> came, List<String> replaced) {

        static final Staged NOTHING = new Staged(0, Tally.NONE, List.of(), List.of());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Earlier(boolean sameRun, RecordState state, @Nullable Outcome outcome, byte[] hash) {

        Tally tally(boolean warned) {
            return Tally.of(state, outcome, warned);
        }

        boolean processedAs(byte[] other) {
            return sameRun && state != RecordState.STAGED && !Arrays.equals(hash, other);
        }
    }

    private static final int RECOUNTED = 50_000;

    private final JdbcClient jdbc;
    private final FreshRecords fresh;
    private final Plans plans;

    StagedRecords(JdbcClient jdbc, FreshRecords fresh) {
        this.jdbc = jdbc;
        this.fresh = fresh;
        this.plans = new Plans(jdbc);
    }

    /** The last version of a record wins, within the page and across pages; each record counts once a run. */
    public Staged put(RunContext run, EntityType type, List<SourceRow> rows) {
        TreeMap<Long, String> page = new TreeMap<>();
        rows.forEach(row -> page.put(row.id().value(), StorableText.ofJson(row.payload())));
        if (page.isEmpty()) {
            return Staged.NOTHING;
        }
        Map<Long, Earlier> earlier =
                holdsAny(run, type, page.firstKey(), page.lastKey()) ? lockEarlier(run, type, page.keySet()) : Map.of();
        Map<Long, byte[]> hashes = new TreeMap<>();
        page.forEach((id, payload) -> hashes.put(id, Digest.of(payload)));
        Set<Long> same = new TreeSet<>();
        List<Long> other = new ArrayList<>();
        hashes.forEach((id, hash) -> {
            Earlier before = earlier.get(id);
            if (before != null) {
                (Arrays.equals(before.hash, hash) ? same : other).add(id);
            }
        });
        touch(run, type, same);
        fresh.put(run, type, hashes, page, earlier.keySet());
        List<String> replaced = replace(run, type, other, hashes, page);
        List<String> came = page.entrySet().stream()
                .filter(row -> !same.contains(row.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new Staged(page.size() - seen(earlier), withdraw(run, type, hashes, earlier), came, replaced);
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
                .params(key(run, type))
                .param("lowest", lowest)
                .param("highest", highest)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private static long seen(Map<Long, Earlier> earlier) {
        return earlier.values().stream().filter(Earlier::sameRun).count();
    }

    private Map<Long, Earlier> lockEarlier(RunContext run, EntityType type, Collection<Long> ids) {
        Map<Long, Earlier> earlier = new HashMap<>();
        jdbc.sql(
                        """
                        select s.source_id, s.run_id = :run as same_run, s.state, s.outcome, s.payload_hash
                        from migration_staged_record s
                        where s.organization_id = :organization and s.migration_id = :migration and s.entity = :entity
                            and s.source_id = any(:ids)
                        order by s.source_id
                        for update of s
                        """)
                .params(key(run, type))
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
                row.getBytes("payload_hash"));
    }

    /** Records that came as they were: those of an earlier run are to be loaded again, without sending them once more. */
    private void touch(RunContext run, EntityType type, Set<Long> ids) {
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
                .params(key(run, type))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** Records that came otherwise than before; answers the payloads they had. */
    private List<String> replace(
            RunContext run, EntityType type, List<Long> ids, Map<Long, byte[]> hashes, Map<Long, String> payloads) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        with former as materialized (
                            select payload from migration_payload
                            where organization_id = :organization and migration_id = :migration and entity = :entity
                                and source_id = any(:ids)
                        ), page as materialized (
                            select p.id, p.hash, p.payload from unnest(:ids, :hashes, :payloads) as p (id, hash, payload)
                        ), content as (
                            insert into migration_payload (organization_id, migration_id, entity, source_id, payload)
                            select :organization, :migration, :entity, page.id, page.payload from page
                            on conflict (organization_id, migration_id, entity, source_id) do update
                            set payload = excluded.payload
                        ), records as (
                            insert into migration_staged_record (organization_id, migration_id, entity, source_id,
                                run_id, state, payload_hash, pulled_at)
                            select :organization, :migration, :entity, page.id, :run, 'STAGED', page.hash, now() from page
                            on conflict (organization_id, migration_id, entity, source_id) do update
                            set run_id = excluded.run_id, state = 'STAGED', outcome = null, pulled_at = excluded.pulled_at,
                                payload_hash = excluded.payload_hash
                        )
                        select payload from former
                        """)
                .params(key(run, type))
                .param("ids", ids.toArray(Long[]::new))
                .param("hashes", ids.stream().map(hashes::get).toArray(byte[][]::new))
                .param("payloads", ids.stream().map(payloads::get).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private Tally withdraw(RunContext run, EntityType type, Map<Long, byte[]> hashes, Map<Long, Earlier> earlier) {
        List<Long> ids = new ArrayList<>();
        hashes.forEach((id, hash) -> {
            Earlier before = earlier.get(id);
            if (before != null && before.processedAs(hash)) {
                ids.add(id);
            }
        });
        if (ids.isEmpty()) {
            return Tally.NONE;
        }
        Set<Long> warned = forgetFindings(run, type, ids);
        return ids.stream()
                .map(id -> Objects.requireNonNull(earlier.get(id)).tally(warned.contains(id)))
                .reduce(Tally.NONE, Tally::plus);
    }

    /**
     * Forgets what this run found out about records that have to be processed once more, and answers which carried a
     * remark. A statement of its own, behind the lock: a batch that was loading them meanwhile has committed by now.
     */
    private Set<Long> forgetFindings(RunContext run, EntityType type, List<Long> ids) {
        Set<Long> warned = new HashSet<>();
        jdbc.sql(
                        """
                        delete from migration_finding
                        where organization_id = :organization and migration_id = :migration and entity = :entity
                            and source_id = any(:ids) and run_id = :run
                        returning source_id, severity
                        """)
                .params(key(run, type))
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    if (row.getInt("severity") == 2) {
                        warned.add(row.getLong("source_id"));
                    }
                });
        return warned;
    }

    /**
     * Reads the first of many records along the index, within a transaction. Where statistics know nothing of a run, the
     * planner would sort all that lie staged to find the first thousand, again for each thousand: docs/adr/010. What else
     * the transaction does is left to the planner again.
     */
    public <R> R inOrder(Supplier<R> reading) {
        return plans.alongAnIndex(reading);
    }

    /**
     * The next records of this run behind {@code after}. They are not locked, which would write each of them: whoever
     * says what became of them names the hash, and hears when another payload came meanwhile.
     */
    public List<StagedRecord> next(RunContext run, EntityType type, long after, long upTo, int limit) {
        return jdbc.sql(
                        """
                        select s.source_id, p.payload, s.payload_hash
                        from (
                            select source_id, payload_hash from migration_staged_record
                            where organization_id = :organization and migration_id = :migration and entity = :entity
                                and source_id > :after and source_id <= :upTo and run_id = :run and state = 'STAGED'
                            order by source_id
                            limit :limit
                        ) s
                        cross join lateral (
                            select c.payload from migration_payload c
                            where c.organization_id = :organization and c.migration_id = :migration
                                and c.entity = :entity and c.source_id = s.source_id
                            limit 1
                        ) p
                        order by s.source_id
                        """)
                .params(key(run, type))
                .param("after", after)
                .param("upTo", upTo)
                .param("limit", limit)
                .query((row, number) -> new StagedRecord(
                        new SourceId(row.getLong("source_id")), row.getString("payload"), row.getBytes("payload_hash")))
                .list();
    }

    /**
     * A page of records whose outcomes were counted.
     *
     * @param upTo the last one, or null when there are no more
     */
    public record Recounted(Tally tally, @Nullable Long upTo) {}

    /** Counts what this run did, from the records themselves, some of them behind {@code after}. */
    public Recounted recount(RunContext run, EntityType type, long after) {
        return jdbc.sql(
                        """
                        select count(*) filter (where s.outcome = 'CREATED') as created,
                            count(*) filter (where s.outcome = 'UPDATED') as updated,
                            count(*) filter (where s.outcome = 'UNCHANGED') as unchanged,
                            count(*) filter (where s.outcome = 'LINKED') as linked,
                            count(*) filter (where s.state = 'SKIPPED') as skipped,
                            count(*) filter (where s.state = 'FAILED') as failed,
                            max(s.source_id) as up_to
                        from (
                            select source_id, case when run_id = :run then state end as state,
                                case when run_id = :run then outcome end as outcome
                            from migration_staged_record
                            where organization_id = :organization and migration_id = :migration and entity = :entity
                                and source_id > :after
                            order by source_id limit :limit
                        ) s
                        """)
                .params(key(run, type))
                .param("after", after)
                .param("limit", RECOUNTED)
                .query((row, number) -> new Recounted(
                        new Tally(
                                row.getLong("created"),
                                row.getLong("updated"),
                                row.getLong("unchanged"),
                                row.getLong("linked"),
                                row.getLong("skipped"),
                                row.getLong("failed"),
                                0),
                        row.getObject("up_to", Long.class)))
                .single();
    }

    /** Of those, how many carry a remark; only loaded ones have remarks of severity 2. */
    public Tally recountWarned(RunContext run, EntityType type) {
        long warned = jdbc.sql(
                        """
                        select count(distinct source_id) from migration_finding
                        where run_id = :run and severity = 2 and entity = :entity
                        """)
                .params(key(run, type))
                .query(Long.class)
                .single();
        return new Tally(0, 0, 0, 0, 0, 0, warned);
    }

    /** Parameters that every statement about one entity type of a run has. */
    static Map<String, Object> key(RunContext run, EntityType type) {
        return Map.of(
                "organization", run.organization().value(),
                "migration", run.migration().value(),
                "run", run.run().value(),
                "entity", type.name());
    }
}
