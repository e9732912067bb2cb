package app.ascent.migration.staging;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what the source sent. Payloads that came together lie together in a page, compressed; those of look-ups, and what an
 * earlier version staged, lie each in a row of its own: docs/adr/057.
 */
@Component
public class Payloads {

    private static final Logger log = LoggerFactory.getLogger(Payloads.class);

    /**
     * A page comes with the first of its records only. All is one statement: between two of them the page could go, its records
     * having come again.
     */
    private static final String READING =
            """
            select s.source_id, s.payload_hash, s.page_id,
                case when s.page_id is null then (
                    select c.payload from migration_payload c
                    where c.organization_id = :organization and c.migration_id = :migration
                        and c.entity = :entity and c.source_id = s.source_id
                ) end as payload,
                case when row_number() over (partition by s.page_id order by s.source_id) = 1 then (
                    select c.content from migration_page c
                    where c.organization_id = :organization and c.migration_id = :migration
                        and c.entity = :entity and c.page_id = s.page_id
                ) end as content
            from (%s) s
            order by s.source_id
            """;

    /** The columns by which staged records name their payloads. */
    static final String PLACE = "source_id, payload_hash, page_id";

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Row(long id, byte[] hash, @Nullable Long page, @Nullable String payload) {}

    private final JdbcClient jdbc;

    Payloads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As the records stand now, whatever run they came in. */
    public Map<SourceId, String> of(
            OrganizationId organization, MigrationId migration, EntityType type, Collection<SourceId> ids) {
        Map<SourceId, String> payloads = new HashMap<>();
        those(Map.of("organization", organization.value(), "migration", migration.value(), "entity", type.name()), ids)
                .forEach(record -> payloads.put(record.id(), record.payload()));
        return payloads;
    }

    List<StagedRecord> those(Map<String, Object> key, Collection<SourceId> ids) {
        Map<String, Object> parameters = new HashMap<>(key);
        parameters.put("ids", ids.stream().map(SourceId::value).toArray(Long[]::new));
        return read(
                "select " + PLACE
                        + """
                         from migration_staged_record
                        where organization_id = :organization and migration_id = :migration and entity = :entity
                            and source_id = any(:ids)
                        """,
                parameters);
    }

    /** @param which a query of the place of staged records of one type */
    List<StagedRecord> read(String which, Map<String, Object> parameters) {
        List<Row> rows = new ArrayList<>();
        Map<Long, byte[]> pages = new HashMap<>();
        jdbc.sql(READING.formatted(which)).params(parameters).query(row -> {
            Row read = row(row);
            rows.add(read);
            byte[] content = row.getBytes("content");
            if (content != null && read.page != null) {
                pages.put(read.page, content);
            }
        });
        Map<Long, Map<Long, String>> unpacked = unpack(rows, pages);
        return rows.stream().map(row -> record(row, unpacked)).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("source_id"),
                row.getBytes("payload_hash"),
                row.getObject("page_id", Long.class),
                row.getString("payload"));
    }

    private static Map<Long, Map<Long, String>> unpack(List<Row> rows, Map<Long, byte[]> pages) {
        Map<Long, Set<Long>> wanted = new HashMap<>();
        for (Row row : rows) {
            if (row.page != null) {
                wanted.computeIfAbsent(row.page, page -> new HashSet<>()).add(row.id);
            }
        }
        Map<Long, Map<Long, String>> unpacked = new HashMap<>();
        wanted.forEach((page, ids) -> unpacked.put(page, unpack(page, pages.get(page), ids)));
        return unpacked;
    }

    /** A damaged page costs its own records: each of them fails, and says that it can be read anew. */
    private static Map<Long, String> unpack(Long page, byte @Nullable [] content, Set<Long> ids) {
        Map<Long, String> texts =
                content == null ? null : PackedTexts.unpack(content, ids).orElse(null);
        if (texts == null || texts.size() < ids.size()) {
            log.error("Page {} of payloads is damaged; {} records have to be read anew", page, ids.size());
        }
        return texts == null ? Map.of() : texts;
    }

    private static StagedRecord record(Row row, Map<Long, Map<Long, String>> unpacked) {
        String payload = row.page == null
                ? row.payload
                : unpacked.getOrDefault(row.page, Map.of()).get(row.id);
        return new StagedRecord(new SourceId(row.id), payload == null ? StagedRecord.LOST : payload, row.hash);
    }
}
