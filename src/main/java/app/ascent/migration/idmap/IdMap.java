package app.ascent.migration.idmap;

import app.ascent.database.BulkRows;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.staging.Outcome;
import app.ascent.migration.staging.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The memory that makes running again harmless: a source record is known by organization, database, entity type and
 * source id, and by nothing else.
 */
@Component
public class IdMap {

    private static final List<String> COLUMNS = List.of(
            "organization_id",
            "source_system",
            "source_database",
            "entity",
            "source_id",
            "target_id",
            "migration_id",
            "fingerprint",
            "details_hash",
            "written",
            "found",
            "linked",
            "created_run_id",
            "first_import",
            "last_import",
            "last_run_id",
            "last_outcome");

    private final JdbcClient jdbc;
    private final JdbcOperations bulk;
    private final Clock clock;

    IdMap(JdbcClient jdbc, JdbcOperations bulk, Clock clock) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.clock = clock;
    }

    /**
     * Those of these records that are known. Most batches of a first import hold none of them, and in a later one most of
     * those that are new lie behind all others: then one look into the index tells as much as one for each.
     */
    public Map<SourceId, KnownRecord> find(RunContext run, EntityType type, Collection<SourceId> ids) {
        LongSummaryStatistics stretch = ids.stream().mapToLong(SourceId::value).summaryStatistics();
        return knowsAny(run, type, stretch) ? entries(run, type, ids) : Map.of();
    }

    /**
     * Asked anew for each batch, in its transaction: who took a run over sees what its predecessor has written. Sorted, since
     * no plan but the one by the key needs no sorting: docs/adr/010.
     */
    private boolean knowsAny(RunContext run, EntityType type, LongSummaryStatistics stretch) {
        return stretch.getCount() > 0
                && jdbc.sql(
                                """
                                select source_id from migration_id_map
                                where organization_id = :organization and source_system = :system
                                    and source_database = :database and entity = :entity
                                    and source_id between :lowest and :highest
                                order by source_id limit 1
                                """)
                        .params(key(run, type))
                        .param("lowest", stretch.getMin())
                        .param("highest", stretch.getMax())
                        .query(Long.class)
                        .optional()
                        .isPresent();
    }

    private Map<SourceId, KnownRecord> entries(RunContext run, EntityType type, Collection<SourceId> ids) {
        return jdbc
                .sql(
                        """
                        select source_id, target_id, fingerprint, details_hash, created_run_id, last_run_id, last_outcome
                        from migration_id_map
                        where organization_id = :organization and source_system = :system
                            and source_database = :database and entity = :entity and source_id = any(:ids)
                        """)
                .params(key(run, type))
                .param("ids", ids.stream().map(SourceId::value).toArray(Long[]::new))
                .query(IdMap::known)
                .list()
                .stream()
                .collect(Collectors.toMap(KnownRecord::source, Function.identity()));
    }

    private static KnownRecord known(ResultSet row, int number) throws SQLException {
        return new KnownRecord(
                new SourceId(row.getLong("source_id")),
                new TargetId(row.getObject("target_id", UUID.class)),
                row.getBytes("fingerprint"),
                row.getBytes("details_hash"),
                run(row.getObject("created_run_id", UUID.class)),
                new RunId(row.getObject("last_run_id", UUID.class)),
                Outcome.valueOf(row.getString("last_outcome")));
    }

    private static @Nullable RunId run(@Nullable UUID id) {
        return id == null ? null : new RunId(id);
    }

    /** What imports last wrote to these: the widest part of the map, and asked for those alone that may have to change. */
    public Map<SourceId, Written> written(RunContext run, EntityType type, Collection<SourceId> ids) {
        Map<SourceId, Written> written = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(
                            """
                            select source_id, written, found from migration_id_map
                            where organization_id = :organization and source_system = :system
                                and source_database = :database and entity = :entity and source_id = any(:ids)
                                and written is not null
                            """)
                    .params(key(run, type))
                    .param("ids", ids.stream().map(SourceId::value).toArray(Long[]::new))
                    .query(row -> {
                        written.put(
                                new SourceId(row.getLong("source_id")),
                                new Written(row.getString("written"), fields(row.getString("found"))));
                    });
        }
        return written;
    }

    /** Remembers what records became that the map does not know yet. */
    public void add(RunContext run, EntityType type, List<IdMapEntry> entries) {
        BulkRows rows = new BulkRows("migration_id_map", COLUMNS);
        Instant now = clock.instant();
        for (IdMapEntry entry : entries) {
            KnownRecord record = entry.record();
            RunId createdBy = record.createdBy();
            rows.row()
                    .uuid(run.organization().value())
                    .text(run.source().system())
                    .number(run.source().database())
                    .text(type.name())
                    .number(record.source().value())
                    .uuid(record.target().value())
                    .uuid(run.migration().value())
                    .bytes(record.fingerprint())
                    .bytes(record.detailsHash())
                    .text(values(entry))
                    .text(found(entry))
                    .jsonb("{}")
                    .uuid(createdBy == null ? null : createdBy.value())
                    .time(now)
                    .time(now)
                    .uuid(run.run().value())
                    .text(record.outcome().name());
        }
        rows.copy(bulk);
    }

    /** Remembers a batch. A record that is known stays what it became: the target of an entry never changes. */
    public void put(RunContext run, EntityType type, List<IdMapEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into migration_id_map as m (organization_id, source_system, source_database, entity,
                            source_id, target_id, migration_id, fingerprint, details_hash, written,
                            found, linked, first_import, last_import, last_run_id, last_outcome)
                        select :organization, :system, :database, :entity,
                            e.id, cast(e.target as uuid), :migration, e.fingerprint, e.details, e.written,
                            e.found, '{}', now(), now(), :run, e.outcome
                        from unnest(:ids, :targets, :fingerprints, :details, :written, :found, :outcomes)
                            as e (id, target, fingerprint, details, written, found, outcome)
                        on conflict (organization_id, source_system, source_database, entity, source_id) do update
                        set fingerprint = excluded.fingerprint, details_hash = excluded.details_hash,
                            written = excluded.written, found = excluded.found,
                            migration_id = excluded.migration_id,
                            last_import = excluded.last_import, last_run_id = excluded.last_run_id,
                            last_outcome = excluded.last_outcome
                        """)
                .params(key(run, type))
                .param("migration", run.migration().value())
                .param("run", run.run().value())
                .param(
                        "ids",
                        entries.stream().map(entry -> entry.source().value()).toArray(Long[]::new))
                .param(
                        "targets",
                        texts(entries, entry -> entry.record().target().toString()))
                .param(
                        "fingerprints",
                        entries.stream()
                                .map(entry -> entry.record().fingerprint())
                                .toArray(byte[][]::new))
                .param(
                        "details",
                        entries.stream()
                                .map(entry -> entry.record().detailsHash())
                                .toArray(byte[][]::new))
                .param(
                        "outcomes",
                        texts(entries, entry -> entry.record().outcome().name()))
                .param("written", texts(entries, IdMap::values))
                .param("found", texts(entries, IdMap::found))
                .update();
    }

    private static @Nullable String values(IdMapEntry entry) {
        return entry.written() == null
                ? null
                : StorableText.ofJson(entry.written().values());
    }

    private static @Nullable String found(IdMapEntry entry) {
        return entry.written() == null || entry.written().found().isEmpty()
                ? null
                : String.join(",", new TreeSet<>(entry.written().found()));
    }

    /** Source ids, ascending, of records that differed from the source when they were linked, or may still do. */
    public List<SourceId> found(RunContext run, EntityType type, int limit) {
        return jdbc
                .sql(
                        """
                        select source_id from migration_id_map
                        where organization_id = :organization and source_system = :system
                            and source_database = :database and entity = :entity and found is not null
                        order by source_id limit :limit
                        """)
                .params(key(run, type))
                .param("limit", limit)
                .query(Long.class)
                .list()
                .stream()
                .map(SourceId::new)
                .toList();
    }

    private static Set<String> fields(@Nullable String found) {
        return found == null ? Set.of() : Set.of(found.split(","));
    }

    /**
     * A record that refers to another one now.
     *
     * @param before what the import had written there
     * @param fresh whether this very run created the record
     */
    public record Relinked(SourceId source, @Nullable String before, boolean fresh) {}

    /** Remembers what was written to a reference field after the last batch, and answers where that was news. */
    public List<Relinked> putLinked(
            RunContext run, EntityType type, String field, Map<SourceId, @Nullable TargetId> written) {
        return jdbc.sql(
                        """
                        update migration_id_map m
                        set linked = case
                            when e.target is null then m.linked - :field
                            else m.linked || jsonb_build_object(cast(:field as text), e.target)
                        end
                        from unnest(:ids, :targets) as e (id, target)
                        cross join lateral (
                            select r.ctid as place, r.linked ->> :field as before from migration_id_map r
                            where r.organization_id = :organization and r.source_system = :system
                                and r.source_database = :database and r.entity = :entity and r.source_id = e.id
                            limit 1
                        ) p
                        where m.ctid = p.place and p.before is distinct from e.target
                        returning m.source_id, p.before, m.created_run_id is not distinct from :run as fresh
                        """)
                .params(key(run, type))
                .param("run", run.run().value())
                .param("field", field)
                .param("ids", written.keySet().stream().map(SourceId::value).toArray(Long[]::new))
                .param("targets", written.values().stream().map(IdMap::text).toArray(String[]::new))
                .query((row, number) -> new Relinked(
                        new SourceId(row.getLong("source_id")), row.getString("before"), row.getBoolean("fresh")))
                .list();
    }

    private static @Nullable String text(@Nullable TargetId target) {
        return target == null ? null : target.toString();
    }

    private static String[] texts(List<IdMapEntry> entries, Function<IdMapEntry, @Nullable String> text) {
        return entries.stream().map(text).toArray(String[]::new);
    }

    private static Map<String, Object> key(RunContext run, EntityType type) {
        return Map.of(
                "organization", run.organization().value(),
                "system", run.source().system(),
                "database", run.source().database(),
                "entity", type.name());
    }
}
