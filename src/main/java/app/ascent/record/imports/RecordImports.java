package app.ascent.record.imports;

import app.ascent.database.BulkRows;
import app.ascent.database.Plans;
import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Columns;
import app.ascent.record.table.RecordTable;
import app.ascent.record.table.SearchTexts;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an import reads and writes records of one kind: whole batches in a few statements, in the caller's transaction,
 * silently. What fits a source record that nothing is known of yet is for each kind to say.
 */
public class RecordImports<F extends Record> {

    private final JdbcClient jdbc;
    private final JdbcOperations bulk;
    private final Clock clock;
    private final SearchTexts searchTexts;
    private final RecordTable<F> table;
    private final String kept;
    private final Columns<ImportedRecord<F>> columns;

    /** @param kept assignments of further columns of a row {@code c} that depend on what {@code v} writes, with a comma behind */
    protected RecordImports(
            JdbcClient jdbc,
            JdbcOperations bulk,
            Clock clock,
            SearchTexts searchTexts,
            RecordTable<F> table,
            String kept) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.clock = clock;
        this.searchTexts = searchTexts;
        this.table = table;
        this.kept = kept;
        this.columns = ProvenanceColumns.with(table.columns());
    }

    /** How many there are that came from that database of the source. */
    @Transactional(readOnly = true)
    public long count(OrganizationId organization, String system, long database) {
        return jdbc.sql("select count(*) from " + table.records()
                        + " where organization_id = :organization and source_system = :system"
                        + " and source_database = :database")
                .param("organization", organization.value())
                .param("system", system)
                .param("database", database)
                .query(Long.class)
                .single();
    }

    /** See {@link Matching#match}. */
    protected final List<ImportMatch> match(
            OrganizationId organization, String system, long database, List<Long> sourceIds, List<NaturalKey> keys) {
        return new Matching(jdbc, table.records()).match(organization, system, database, sourceIds, keys);
    }

    /** The records that an earlier import wrote from these: all there is to match where a kind has no natural key. */
    @Transactional(readOnly = true)
    public List<ImportMatch> adopted(
            OrganizationId organization, String system, long database, Collection<Long> sourceIds) {
        return jdbc.sql(
                        """
                        select r.source_id, r.id from unnest(:sourceIds) as v (source_id)
                        cross join lateral (
                            select c.source_id, c.id from %s c
                            where c.organization_id = :organization and c.source_system = :system
                                and c.source_database = :database and c.source_id between v.source_id and v.source_id
                            order by c.source_id limit 1
                        ) r
                        """
                                .formatted(table.records()))
                .param("organization", organization.value())
                .param("system", system)
                .param("database", database)
                .param("sourceIds", new SqlArrayValue("bigint", sourceIds.toArray()))
                .query((row, number) ->
                        new ImportMatch(row.getLong("source_id"), List.of(row.getObject("id", UUID.class)), true))
                .list();
    }

    /** Of those that exist, whether a person edited them since an import last wrote all their fields. */
    @Transactional(readOnly = true)
    public Map<UUID, Boolean> edited(OrganizationId organization, Collection<UUID> ids) {
        Map<UUID, Boolean> edited = new HashMap<>();
        some("id, edited", organization, ids).query(row -> {
            edited.put(row.getObject("id", UUID.class), row.getBoolean("edited"));
        });
        return edited;
    }

    /** Source ids, ascending, of those from that database that a person edited since an import last wrote all their fields. */
    @Transactional(readOnly = true)
    public List<Long> edited(OrganizationId organization, String system, long database, int limit) {
        return jdbc.sql("select source_id from " + table.records()
                        + " where organization_id = :organization and source_system = :system"
                        + " and source_database = :database and source_id is not null and edited"
                        + " order by source_id limit :limit")
                .param("organization", organization.value())
                .param("system", system)
                .param("database", database)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Map<UUID, F> read(OrganizationId organization, Collection<UUID> ids) {
        Map<UUID, F> fields = new HashMap<>();
        some("*", organization, ids).query(row -> {
            fields.put(row.getObject("id", UUID.class), table.fields().read(row));
        });
        return fields;
    }

    /** The same, and until the transaction ends nobody deletes them, or moves them to where what belongs to them would have to follow. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, F> held(OrganizationId organization, Collection<UUID> ids) {
        Map<UUID, F> fields = new HashMap<>();
        some("*", "for key share", organization, ids.stream().sorted().toList()).query(row -> {
            fields.put(row.getObject("id", UUID.class), table.fields().read(row));
        });
        return fields;
    }

    private JdbcClient.StatementSpec some(String what, OrganizationId organization, Collection<UUID> ids) {
        return some(what, "", organization, ids);
    }

    /** Each by its whole key, whatever the planner believes of a table that has just been filled: docs/adr/010. */
    private JdbcClient.StatementSpec some(String what, String lock, OrganizationId organization, Collection<UUID> ids) {
        return jdbc.sql(
                        """
                        select r.* from unnest(:ids) as v (id)
                        cross join lateral (
                            select %s from %s c where c.organization_id = :organization and c.id between v.id and v.id
                            order by c.id limit 1 %s
                        ) r
                        """
                                .formatted(what, table.records(), lock))
                .param("organization", organization.value())
                .param("ids", new SqlArrayValue("uuid", ids.toArray()));
    }

    /**
     * Creates those that are fresh and updates the others, which may be done twice. One that was deleted meanwhile is not
     * brought back.
     *
     * @param complete whether every field now has the source's value, so that earlier edits no longer count
     */
    @Transactional
    public void save(OrganizationId organization, List<ImportedRecord<F>> batch, boolean complete) {
        Map<Boolean, List<ImportedRecord<F>>> parts =
                batch.stream().collect(Collectors.partitioningBy(ImportedRecord::fresh));
        List<ImportedRecord<F>> fresh = parts.getOrDefault(true, List.of());
        List<ImportedRecord<F>> known = parts.getOrDefault(false, List.of());
        create(organization, fresh);
        update(organization, known, complete);
        searchTexts.add(table, organization.value(), byId(fresh));
        searchTexts.put(table, organization.value(), byId(known));
    }

    private void create(OrganizationId organization, List<ImportedRecord<F>> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        BulkRows rows = columns.copied(
                table.records(),
                List.of("organization_id", "created_at", "updated_at", "first_imported_at"),
                fresh,
                row -> row.uuid(organization.value()).time(now).time(now).time(now));
        new Plans(jdbc).plannedOnce(() -> rows.copy(bulk));
    }

    private void update(OrganizationId organization, List<ImportedRecord<F>> known, boolean complete) {
        if (known.isEmpty()) {
            return;
        }
        bound(
                        """
                        update %s as c
                        set %s, %s
                            first_imported_at = case when c.source_id is null then :now else c.first_imported_at end,
                            edited = c.edited and not :complete, version = c.version + 1, updated_at = :now
                        from %s
                        where c.organization_id = :organization and c.id = v.id
                          and (%s or c.edited and :complete)
                        """
                                .formatted(
                                        table.records(),
                                        columns.assignments(),
                                        kept,
                                        columns.source(),
                                        columns.differ()),
                        organization,
                        known)
                .param("complete", complete)
                .update();
    }

    private JdbcClient.StatementSpec bound(String sql, OrganizationId organization, List<ImportedRecord<F>> rows) {
        return columns.bind(jdbc.sql(sql), rows)
                .param("organization", organization.value())
                .param("now", Timestamp.from(clock.instant()));
    }

    private Map<UUID, F> byId(List<ImportedRecord<F>> rows) {
        Map<UUID, F> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.put(row.id(), row.fields()));
        return byId;
    }
}
