package app.ascent.record.table;

import app.ascent.database.BulkRows;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what records are searched by. A text is found at once and indexed later: filling the trigram index while a hundred
 * thousand contacts are imported would cost as much time again as importing them.
 */
@Component
public class SearchTexts {

    /** Nothing is indexed while texts keep coming: an import has better use for the database. */
    private static final Duration STILL = Duration.ofSeconds(20);

    /** Where texts never stop coming, those as old as this are indexed all the same. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final JdbcOperations bulk;
    private final Clock clock;

    SearchTexts(JdbcClient jdbc, JdbcOperations bulk, Clock clock) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.clock = clock;
    }

    /** Texts of new records, in the transaction that writes them. */
    public <F extends Record> void add(RecordTable<F> table, UUID organization, Map<UUID, F> records) {
        Instant now = clock.instant();
        BulkRows rows =
                new BulkRows(table.texts(), List.of("organization_id", "id", "search_text", "settled", "changed_at"));
        records.forEach((id, fields) -> rows.row()
                .uuid(organization)
                .uuid(id)
                .text(table.searchText().apply(fields))
                .flag(false)
                .time(now));
        rows.copy(bulk);
    }

    /** One statement, in the transaction that writes the records; one that is gone by now gets none. */
    public <F extends Record> void put(RecordTable<F> table, UUID organization, Map<UUID, F> records) {
        if (records.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into %1$s as known (organization_id, id, search_text, changed_at)
                        select :organization, v.id, v.search_text, :now
                        from unnest(:ids::uuid[], :texts::text[]) as v (id, search_text)
                        where exists (select from %2$s r where r.organization_id = :organization and r.id = v.id)
                        on conflict (organization_id, id) do update
                        set search_text = excluded.search_text, settled = false, changed_at = excluded.changed_at
                        where known.search_text <> excluded.search_text
                        """
                                .formatted(table.texts(), table.records()))
                .param("organization", organization)
                .param("ids", new SqlArrayValue("uuid", records.keySet().toArray()))
                .param(
                        "texts",
                        new SqlArrayValue(
                                "text",
                                records.values().stream()
                                        .map(table.searchText())
                                        .toArray()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    public void remove(RecordTable<?> table, UUID organization, UUID id) {
        jdbc.sql("delete from %s where organization_id = :organization and id = :id".formatted(table.texts()))
                .param("organization", organization)
                .param("id", id)
                .update();
    }

    /** Lets texts into the index that have been still for a while; answers whether there may be more of them. */
    @Transactional
    public boolean settle(RecordTable<?> table) {
        Instant now = clock.instant();
        int settled = jdbc.sql(
                        """
                        update %1$s as known set settled = true
                        from (
                            select organization_id, id from %1$s
                            where not settled and changed_at < case
                                when exists (select from %1$s where not settled and changed_at >= :still) then cast(:patient as timestamptz)
                                else cast(:still as timestamptz)
                            end
                            limit :batch for update skip locked
                        ) as ripe
                        where known.organization_id = ripe.organization_id and known.id = ripe.id
                        """
                                .formatted(table.texts()))
                .param("still", Timestamp.from(now.minus(STILL)))
                .param("patient", Timestamp.from(now.minus(PATIENCE)))
                .param("batch", BATCH)
                .update();
        return settled == BATCH;
    }
}
