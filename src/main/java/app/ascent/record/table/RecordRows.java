package app.ascent.record.table;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The rows of one kind of record as people write them, one at a time, in the caller's transaction; their search texts go along. */
public final class RecordRows<F extends Record> {

    private final JdbcClient jdbc;
    private final RecordTable<F> table;
    private final SearchTexts searchTexts;
    private final Clock clock;

    public RecordRows(JdbcClient jdbc, RecordTable<F> table, SearchTexts searchTexts, Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.searchTexts = searchTexts;
        this.clock = clock;
    }

    /**
     * Nothing in a new row is an import's own, should one link it later.
     *
     * @param beside columns that are no fields, with their values
     */
    public UUID insert(OrganizationId organization, F fields, Map<String, ? extends @Nullable Object> beside) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        String sql = "insert into %s (organization_id, id, edited, created_at, updated_at, %s%s)"
                        .formatted(table.records(), table.columns().names(), named(beside, column -> ", " + column))
                + " select :organization, :id, true, :now, :now, %s%s from %s"
                        .formatted(
                                table.columns().written(),
                                named(beside, column -> ", :" + column),
                                table.columns().source());
        write(sql, organization, id, fields, beside);
        return id;
    }

    /**
     * @param version of the row that was read before
     * @param edited whether fields differ, so that an import has to ask
     * @throws RecordRefused.ChangedMeanwhile when the row has another version by now, or is gone
     */
    public void update(
            OrganizationId organization,
            UUID id,
            long version,
            F fields,
            boolean edited,
            Map<String, ? extends @Nullable Object> beside) {
        String sql = "update %s as c set version = c.version + 1, updated_at = :now, edited = c.edited or %s, %s%s"
                        .formatted(
                                table.records(),
                                edited,
                                table.columns().assignments(),
                                named(beside, column -> ", %1$s = :%1$s".formatted(column)))
                + " from %s where c.organization_id = :organization and c.id = :id and c.version = %d"
                        .formatted(table.columns().source(), version);
        if (write(sql, organization, id, fields, beside) == 0) {
            throw new RecordRefused.ChangedMeanwhile(id);
        }
    }

    private int write(
            String sql,
            OrganizationId organization,
            UUID id,
            F fields,
            Map<String, ? extends @Nullable Object> beside) {
        JdbcClient.StatementSpec statement = table.columns()
                .bind(jdbc.sql(sql), List.of(fields))
                .param("organization", organization.value())
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()));
        int rows = statement.params(beside).update();
        searchTexts.put(table, organization.value(), Map.of(id, fields));
        return rows;
    }

    private static String named(Map<String, ?> beside, Function<String, String> piece) {
        return beside.keySet().stream().map(piece).collect(Collectors.joining());
    }

    /** @throws RecordRefused.ChangedMeanwhile when the row has another version by now, or is gone */
    public void delete(OrganizationId organization, UUID id, long version) {
        int gone = one(
                        "delete from %s where organization_id = :organization and id = :id and version = :version",
                        organization, id)
                .param("version", version)
                .update();
        if (gone == 0) {
            throw new RecordRefused.ChangedMeanwhile(id);
        }
        searchTexts.remove(table, organization.value(), id);
    }

    public boolean exists(OrganizationId organization, UUID id) {
        return one(
                        "select exists (select from %s where organization_id = :organization and id = :id)",
                        organization, id)
                .query(Boolean.class)
                .single();
    }

    /** Those of some records that are there, and that nobody deletes before the transaction ends. */
    public Set<UUID> held(OrganizationId organization, Collection<UUID> ids) {
        return jdbc.sql(
                        "select id from %s where organization_id = :organization and id = any(:ids) order by id for key share"
                                .formatted(table.records()))
                .param("organization", organization.value())
                .param("ids", new SqlArrayValue("uuid", ids.toArray()))
                .query(UUID.class)
                .set();
    }

    /** Before one is deleted: lets nobody hang anything on it until the transaction ends. */
    void lock(OrganizationId organization, UUID id) {
        one("select from %s where organization_id = :organization and id = :id for update", organization, id)
                .query(rows -> {});
    }

    private JdbcClient.StatementSpec one(String sql, OrganizationId organization, UUID id) {
        return jdbc.sql(sql.formatted(table.records()))
                .param("organization", organization.value())
                .param("id", id);
    }

    public long count(OrganizationId organization) {
        return count(organization, "");
    }

    public long countActive(OrganizationId organization) {
        return count(organization, " and status = 'ACTIVE'");
    }

    private long count(OrganizationId organization, String condition) {
        return jdbc.sql("select count(*) from %s where organization_id = :organization%s"
                        .formatted(table.records(), condition))
                .param("organization", organization.value())
                .query(Long.class)
                .single();
    }
}
