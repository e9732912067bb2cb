package app.ascent.record.imports;

import app.ascent.database.BulkRows;
import app.ascent.database.Plans;
import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Column;
import app.ascent.record.field.Columns;
import app.ascent.record.field.Fields;
import app.ascent.record.table.PartTable;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an import writes parts of records, which nobody edits: whole batches, in the caller's transaction. The source wins, so
 * that nothing is asked and nothing of before is kept.
 */
public class PartImports<F extends Record> {

    private final JdbcClient jdbc;
    private final JdbcOperations bulk;
    private final Clock clock;
    private final PartTable<F> table;
    private final Columns<ImportedPart<F>> columns;

    protected PartImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock, PartTable<F> table) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.clock = clock;
        this.table = table;
        Stream<Column<ImportedPart<F>>> own = Stream.of(
                Column.uuid("id", ImportedPart::id),
                Column.text("source_system", part -> part.source().system()),
                Column.number("source_database", part -> part.source().database()),
                Column.text("source_id", part -> part.source().id()),
                Column.json("source_details", ImportedPart::details));
        Stream<Column<ImportedPart<F>>> fields =
                table.fields().columns().all().stream().map(column -> column.within(ImportedPart<F>::fields));
        this.columns = new Columns<>(Stream.concat(own, fields).toList());
    }

    public Fields<F> fields() {
        return table.fields();
    }

    /**
     * How many there are that came from that database of the source.
     *
     * @param kind which of its kinds of record they came from ({@code ContractServices}); null where there is one alone
     */
    @Transactional(readOnly = true)
    public long count(OrganizationId organization, String system, long database, @Nullable String kind) {
        return from("count(*)", organization, system, database, " and source_id like :ids")
                .param("ids", kind == null ? "%" : kind + ":%")
                .query(Long.class)
                .single();
    }

    /** The parts that an earlier import wrote from these, by the ids of the source. */
    @Transactional(readOnly = true)
    public Map<String, UUID> adopted(
            OrganizationId organization, String system, long database, Collection<String> sourceIds) {
        Map<String, UUID> adopted = new HashMap<>();
        from("source_id, id", organization, system, database, " and source_id = any(:sourceIds)")
                .param("sourceIds", new SqlArrayValue("text", sourceIds.toArray()))
                .query(row -> {
                    adopted.put(row.getString("source_id"), row.getObject("id", UUID.class));
                });
        return adopted;
    }

    private JdbcClient.StatementSpec from(
            String what, OrganizationId organization, String system, long database, String more) {
        return jdbc.sql("select " + what + " from " + table.rows()
                        + " where organization_id = :organization and source_system = :system"
                        + " and source_database = :database" + more)
                .param("organization", organization.value())
                .param("system", system)
                .param("database", database);
    }

    /** Those that are there, with their fields; who is not there went with its record. */
    @Transactional(readOnly = true)
    public Map<UUID, F> read(OrganizationId organization, Collection<UUID> ids) {
        Map<UUID, F> parts = new HashMap<>();
        jdbc.sql("select * from " + table.rows() + " where organization_id = :organization and id = any(:ids)")
                .param("organization", organization.value())
                .param("ids", new SqlArrayValue("uuid", ids.toArray()))
                .query(row -> {
                    parts.put(row.getObject("id", UUID.class), table.fields().read(row));
                });
        return parts;
    }

    /** Creates those that are fresh and makes the others what the source has; one that went meanwhile is not brought back. */
    @Transactional
    public void save(OrganizationId organization, List<ImportedPart<F>> batch) {
        Map<Boolean, List<ImportedPart<F>>> parts =
                batch.stream().collect(Collectors.partitioningBy(ImportedPart::fresh));
        Instant now = clock.instant();
        create(organization, parts.getOrDefault(true, List.of()), now);
        update(organization, parts.getOrDefault(false, List.of()), now);
    }

    private void create(OrganizationId organization, List<ImportedPart<F>> fresh, Instant now) {
        if (fresh.isEmpty()) {
            return;
        }
        BulkRows rows = columns.copied(
                table.rows(),
                List.of("organization_id", "created_at", "updated_at"),
                fresh,
                row -> row.uuid(organization.value()).time(now).time(now));
        new Plans(jdbc).plannedOnce(() -> rows.copy(bulk));
    }

    private void update(OrganizationId organization, List<ImportedPart<F>> known, Instant now) {
        if (known.isEmpty()) {
            return;
        }
        String sql =
                "update %s as c set %s, updated_at = :now from %s where c.organization_id = :organization and c.id = v.id and %s"
                        .formatted(table.rows(), columns.assignments(), columns.source(), columns.differ());
        columns.bind(jdbc.sql(sql), known)
                .param("organization", organization.value())
                .param("now", Timestamp.from(now))
                .update();
    }
}
