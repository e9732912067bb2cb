package app.ascent.migration.staging;

import app.ascent.database.Plans;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRow;
import app.ascent.migration.staging.EarlierRecords.Earlier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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

    private static final int RECOUNTED = 50_000;
    private static final int FORMER = 100;

    private final JdbcClient jdbc;
    private final FreshRecords fresh;
    private final EarlierRecords known;
    private final Payloads payloads;
    private final KeptPayloads kept;
    private final Plans plans;

    StagedRecords(JdbcClient jdbc, FreshRecords fresh, EarlierRecords known, Payloads payloads, KeptPayloads kept) {
        this.jdbc = jdbc;
        this.fresh = fresh;
        this.known = known;
        this.payloads = payloads;
        this.kept = kept;
        this.plans = new Plans(jdbc);
    }

    /** The last version of a record wins, within the page and across pages; each record counts once a run. */
    public Staged put(RunContext run, EntityType type, List<SourceRow> rows) {
        return put(run, type, rows, true);
    }

    /** Of rows that are asked for by key, one here and one there, each payload is kept by itself. */
    public Staged putApart(RunContext run, EntityType type, List<SourceRow> rows) {
        return put(run, type, rows, false);
    }

    private Staged put(RunContext run, EntityType type, List<SourceRow> rows, boolean together) {
        TreeMap<Long, String> page = new TreeMap<>();
        rows.forEach(row -> page.put(row.id().value(), StorableText.ofJson(row.payload())));
        if (page.isEmpty()) {
            return Staged.NOTHING;
        }
        Map<Long, Earlier> earlier = known.lock(run, type, page.keySet(), page.firstKey(), page.lastKey());
        Map<Long, byte[]> hashes = new TreeMap<>();
        page.forEach((id, payload) -> hashes.put(id, Digest.of(payload)));
        Set<Long> same = new TreeSet<>();
        List<Long> other = new ArrayList<>();
        hashes.forEach((id, hash) -> {
            Earlier before = earlier.get(id);
            if (before != null) {
                (Arrays.equals(before.hash(), hash) ? same : other).add(id);
            }
        });
        List<Long> doubtful = same.stream()
                .filter(id -> Objects.requireNonNull(earlier.get(id)).doubtful())
                .toList();
        List<String> replaced = former(run, type, other);
        TreeMap<Long, String> written = new TreeMap<>(page);
        written.keySet().removeAll(same);
        List<String> came = List.copyOf(written.values());
        doubtful.forEach(id -> written.put(id, page.get(id)));
        Map<Long, Long> pages = keep(run, type, written, together);
        known.touch(run, type, same);
        known.replace(run, type, other, hashes, pages);
        known.move(run, type, doubtful, pages);
        fresh.put(run, type, hashes, pages, earlier.keySet());
        leave(run, type, written.keySet(), earlier, together);
        return new Staged(page.size() - seen(earlier), withdraw(run, type, hashes, earlier), came, replaced);
    }

    private static long seen(Map<Long, Earlier> earlier) {
        return earlier.values().stream().filter(Earlier::sameRun).count();
    }

    /** A few at a time, since they may lie in as many pages. */
    private List<String> former(RunContext run, EntityType type, List<Long> ids) {
        List<String> former = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += FORMER) {
            payloads
                    .those(
                            key(run, type),
                            ids.subList(from, Math.min(ids.size(), from + FORMER)).stream()
                                    .map(SourceId::new)
                                    .toList())
                    .stream()
                    .filter(record -> !record.lost())
                    .map(StagedRecord::payload)
                    .forEach(former::add);
        }
        return former;
    }

    /** Answers the pages of those that lie in one. */
    private Map<Long, Long> keep(
            RunContext run, EntityType type, NavigableMap<Long, String> written, boolean together) {
        if (together) {
            return kept.together(run, type, written);
        }
        kept.apart(run, type, written);
        return Map.of();
    }

    private void leave(
            RunContext run, EntityType type, Set<Long> written, Map<Long, Earlier> earlier, boolean together) {
        List<Long> pages = new ArrayList<>();
        List<Long> apart = new ArrayList<>();
        earlier.forEach((id, before) -> {
            if (written.contains(id)) {
                Long page = before.page();
                if (page != null) {
                    pages.add(page);
                } else if (together) {
                    apart.add(id);
                }
            }
        });
        kept.leave(run, type, pages);
        kept.removeApart(run, type, apart);
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
        Set<Long> warned = known.forgetFindings(run, type, ids);
        return ids.stream()
                .map(id -> Objects.requireNonNull(earlier.get(id)).tally(warned.contains(id)))
                .reduce(Tally.NONE, Tally::plus);
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
        Map<String, Object> parameters = new HashMap<>(key(run, type));
        parameters.put("after", after);
        parameters.put("upTo", upTo);
        parameters.put("limit", limit);
        return payloads.read(
                "select " + Payloads.PLACE
                        + """
                         from migration_staged_record
                        where organization_id = :organization and migration_id = :migration and entity = :entity
                            and source_id > :after and source_id <= :upTo and run_id = :run and state = 'STAGED'
                        order by source_id
                        limit :limit
                        """,
                parameters);
    }

    /** The last of all records of this run that wait to be loaded, the highest id first. */
    public List<StagedRecord> newest(RunContext run, EntityType type, int limit) {
        Map<String, Object> parameters = new HashMap<>(key(run, type));
        parameters.put("limit", limit);
        return payloads.read(
                        "select " + Payloads.PLACE
                                + """
                                 from migration_staged_record
                                where organization_id = :organization and migration_id = :migration
                                    and entity = :entity and run_id = :run and state = 'STAGED'
                                order by source_id desc
                                limit :limit
                                """,
                        parameters)
                .reversed();
    }

    /** Records that did not come in this run, in the order of their ids. */
    public List<StagedRecord> left(RunContext run, EntityType type, long after, int limit) {
        Map<String, Object> parameters = new HashMap<>(key(run, type));
        parameters.put("after", after);
        parameters.put("limit", limit);
        return payloads.read(
                "select " + Payloads.PLACE
                        + """
                         from migration_staged_record
                        where organization_id = :organization and migration_id = :migration and entity = :entity
                            and run_id <> :run and source_id > :after
                        order by source_id limit :limit
                        """,
                parameters);
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
                            count(*) filter (where s.state = 'LEFT_OUT') as left_out,
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
                                row.getLong("left_out"),
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
        return new Tally(0, 0, 0, 0, 0, 0, 0, warned);
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
