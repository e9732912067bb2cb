package app.ascent.migration.staging;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what the source sent, in the transaction that stages it. A page is written once, and goes when the last of its records
 * has come otherwise; until then it costs the room of those that left it.
 */
@Component
class KeptPayloads {

    /** Of texts that are long, fewer lie together, so that whoever wants one does not unpack very many. */
    private static final int CHARACTERS = 1 << 20;

    private final JdbcClient jdbc;

    KeptPayloads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers the page of each. */
    Map<Long, Long> together(RunContext run, EntityType type, NavigableMap<Long, String> payloads) {
        Map<Long, Long> pages = new HashMap<>();
        TreeMap<Long, String> page = new TreeMap<>();
        long characters = 0;
        for (Map.Entry<Long, String> payload : payloads.entrySet()) {
            if (!page.isEmpty() && characters + payload.getValue().length() > CHARACTERS) {
                write(run, type, page, pages);
                page.clear();
                characters = 0;
            }
            page.put(payload.getKey(), payload.getValue());
            characters += payload.getValue().length();
        }
        if (!page.isEmpty()) {
            write(run, type, page, pages);
        }
        return pages;
    }

    private void write(RunContext run, EntityType type, Map<Long, String> page, Map<Long, Long> pages) {
        Long id = jdbc.sql(
                        """
                        insert into migration_page (organization_id, migration_id, entity, page_id, records, content)
                        values (:organization, :migration, :entity, nextval('migration_page_id'), :records, :content)
                        returning page_id
                        """)
                .params(StagedRecords.key(run, type))
                .param("records", page.size())
                .param("content", PackedTexts.pack(page))
                .query(Long.class)
                .single();
        page.keySet().forEach(record -> pages.put(record, id));
    }

    void apart(RunContext run, EntityType type, NavigableMap<Long, String> payloads) {
        if (payloads.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into migration_payload (organization_id, migration_id, entity, source_id, payload)
                        select :organization, :migration, :entity, p.id, p.payload from unnest(:ids, :payloads) as p (id, payload)
                        on conflict (organization_id, migration_id, entity, source_id) do update
                        set payload = excluded.payload
                        """)
                .params(StagedRecords.key(run, type))
                .param("ids", payloads.keySet().toArray(Long[]::new))
                .param("payloads", payloads.values().toArray(String[]::new))
                .update();
    }

    /** Payloads that lay apart lie in a page now. */
    void removeApart(RunContext run, EntityType type, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        delete from migration_payload
                        where organization_id = :organization and migration_id = :migration and entity = :entity
                            and source_id = any(:ids)
                        """)
                .params(StagedRecords.key(run, type))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** @param pages the page of each record that lies elsewhere now */
    void leave(RunContext run, EntityType type, List<Long> pages) {
        if (pages.isEmpty()) {
            return;
        }
        TreeMap<Long, Long> left =
                pages.stream().collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        lock(run, type, left.keySet());
        jdbc.sql(
                        """
                        with those as (
                            update migration_page p set records = p.records - l.number
                            from unnest(:pages, :numbers) as l (page, number)
                            where p.organization_id = :organization and p.migration_id = :migration
                                and p.entity = :entity and p.page_id = l.page and p.records > l.number
                        )
                        delete from migration_page p using unnest(:pages, :numbers) as l (page, number)
                        where p.organization_id = :organization and p.migration_id = :migration
                            and p.entity = :entity and p.page_id = l.page and p.records <= l.number
                        """)
                .params(StagedRecords.key(run, type))
                .param("pages", left.keySet().toArray(Long[]::new))
                .param("numbers", left.values().toArray(Long[]::new))
                .update();
    }

    /** In one order, since two ranges of a type, staged at once, may share pages that another cut left. */
    private void lock(RunContext run, EntityType type, Collection<Long> pages) {
        jdbc.sql(
                        """
                        select page_id from migration_page
                        where organization_id = :organization and migration_id = :migration and entity = :entity
                            and page_id = any(:pages)
                        order by page_id for update
                        """)
                .params(StagedRecords.key(run, type))
                .param("pages", pages.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }
}
