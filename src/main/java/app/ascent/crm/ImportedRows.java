package app.ascent.crm;

import app.ascent.crm.search.SearchTable;
import app.ascent.crm.search.SearchTexts;
import app.ascent.identity.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** What importing clients and importing contacts have in common: batches in and out of a table. */
final class ImportedRows<F> {

    /** Makes the fields out of a row. */
    interface Reading<F> {
        F of(ResultSet row) throws SQLException;
    }

    private final JdbcClient jdbc;
    private final JdbcOperations bulk;
    private final Clock clock;
    private final SearchTexts searchTexts;
    private final SearchTable table;
    private final Columns<ImportedRecord<F>> columns;
    private final Reading<F> reading;
    private final Function<F, String> searchText;

    ImportedRows(
            JdbcClient jdbc,
            JdbcOperations bulk,
            Clock clock,
            SearchTexts searchTexts,
            SearchTable table,
            Columns<ImportedRecord<F>> columns,
            Reading<F> reading,
            Function<F, String> searchText) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.clock = clock;
        this.searchTexts = searchTexts;
        this.table = table;
        this.columns = columns;
        this.reading = reading;
        this.searchText = searchText;
    }

    long count(OrganizationId organization, String system, long database) {
        return jdbc.sql("select count(*) from " + table.records()
                        + " where organization_id = :organization and source_system = :system"
                        + " and source_database = :database")
                .param("organization", organization.value())
                .param("system", system)
                .param("database", database)
                .query(Long.class)
                .single();
    }

    Map<UUID, Boolean> edited(OrganizationId organization, Collection<UUID> ids) {
        Map<UUID, Boolean> edited = new HashMap<>();
        some("id, edited", organization, ids).query(row -> {
            edited.put(row.getObject("id", UUID.class), row.getBoolean("edited"));
        });
        return edited;
    }

    List<Long> edited(OrganizationId organization, String system, long database, int limit) {
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

    Map<UUID, F> read(OrganizationId organization, Collection<UUID> ids) {
        Map<UUID, F> fields = new HashMap<>();
        some("*", organization, ids).query(row -> {
            fields.put(row.getObject("id", UUID.class), reading.of(row));
        });
        return fields;
    }

    /** Each by its whole key, whatever the planner believes of a table that has just been filled: docs/adr/010. */
    private JdbcClient.StatementSpec some(String what, OrganizationId organization, Collection<UUID> ids) {
        return jdbc.sql(
                        """
                        select r.* from unnest(:ids) as v (id)
                        cross join lateral (
                            select %s from %s c where c.organization_id = :organization and c.id between v.id and v.id
                            order by c.id limit 1
                        ) r
                        """
                                .formatted(what, table.records()))
                .param("organization", organization.value())
                .param("ids", new SqlArrayValue("uuid", ids.toArray()));
    }

    /** @param kept further columns of an existing row that depend on what is written */
    void save(OrganizationId organization, List<ImportedRecord<F>> batch, boolean complete, String kept) {
        Map<Boolean, List<ImportedRecord<F>>> parts =
                batch.stream().collect(Collectors.partitioningBy(ImportedRecord::fresh));
        List<ImportedRecord<F>> fresh = parts.getOrDefault(true, List.of());
        List<ImportedRecord<F>> known = parts.getOrDefault(false, List.of());
        create(organization, fresh);
        update(organization, known, complete, kept);
        searchTexts.add(table, organization.value(), texts(fresh));
        searchTexts.put(table, organization.value(), texts(known));
    }

    private void create(OrganizationId organization, List<ImportedRecord<F>> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        planReferencesOnce(true);
        columns.copied(
                        table.records(),
                        List.of("organization_id", "created_at", "updated_at", "first_imported_at"),
                        fresh,
                        row -> row.uuid(organization.value())
                                .time(now)
                                .time(now)
                                .time(now))
                .copy(bulk);
        planReferencesOnce(false);
    }

    /**
     * A foreign key is checked by a query for each row, and our connections plan every query anew: docs/adr/010. That of a
     * foreign key has one good plan, by the index, whatever the size of the table.
     */
    private void planReferencesOnce(boolean once) {
        jdbc.sql(
                        """
                        select set_config('plan_cache_mode', :plans, true), set_config('enable_seqscan', :reading, true)
                        """)
                .param("plans", once ? "force_generic_plan" : "force_custom_plan")
                .param("reading", once ? "off" : "on")
                .query((row, number) -> row.getString(1))
                .single();
    }

    private void update(OrganizationId organization, List<ImportedRecord<F>> known, boolean complete, String kept) {
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

    private Map<UUID, String> texts(List<ImportedRecord<F>> rows) {
        Map<UUID, String> texts = new LinkedHashMap<>();
        rows.forEach(row -> texts.put(row.id(), searchText.apply(row.fields())));
        return texts;
    }
}
