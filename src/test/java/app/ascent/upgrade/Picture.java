package app.ascent.upgrade;

import app.ascent.importing.OwnerApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be told of a run and of the records it wrote, without what no two runs share. */
final class Picture {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Set<String> PASSING =
            Set.of("id", "zone", "requests", "createdAt", "startedAt", "finishedAt", "resumesAt");

    /** A remark keeps the words of the version that made it; what it is about is told beside them. */
    private static final String WORDS = "message";

    /** How often a record was written, too: the earlier version set the links of a circle before it cut them. */
    private static final String FORGOTTEN =
            "- '{id,version,created_at,updated_at,first_imported_at,source_database}'::text[]";

    private Picture() {}

    /** Lines by what they tell of. */
    static Map<String, List<String>> of(OwnerApi api, JdbcClient jdbc, String migration, long database) {
        Map<String, String> names = new HashMap<>();
        for (String table : List.of("crm_client", "crm_contact")) {
            jdbc.sql("select id::text, source_id from " + table + " where source_database = :database")
                    .param("database", database)
                    .query(row -> {
                        names.put(row.getString(1), table + " " + row.getLong(2));
                    });
        }
        Map<String, List<String>> lines = new TreeMap<>();
        lines.put("migration", told(api.get(migration).json()).toList());
        lines.put("report", told(api.get(migration + "/report").json()).toList());
        lines.put(
                "records", told(api.get(migration + "/records?size=500").json()).toList());
        for (String table : List.of("crm_client", "crm_contact")) {
            lines.put(
                    table,
                    jdbc.sql("select (to_jsonb(t) " + FORGOTTEN + ")::text from " + table
                                    + " t where source_database = :database order by source_id")
                            .param("database", database)
                            .query(String.class)
                            .list());
        }
        lines.replaceAll((topic, told) -> told.stream()
                .map(line -> ID.matcher(line).replaceAll(id -> names.getOrDefault(id.group(), id.group())))
                .toList());
        return lines;
    }

    private static Stream<String> told(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            object.remove(PASSING);
        }
        answer.path("items").valueStream().forEach(item -> ((ObjectNode) item).remove(WORDS));
        return answer.propertyStream()
                .flatMap(part -> part.getValue().isArray()
                        ? part.getValue().valueStream().map(item -> part.getKey() + " " + item)
                        : Stream.of(part.getKey() + " " + part.getValue()));
    }
}
