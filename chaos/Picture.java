import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an import left behind, one line a record, without what no two imports share: ids that Ascent made are replaced by
 * what they stand for, times and numbers of calls are left out.
 *
 * @param lines by what they tell of
 */
record Picture(Map<String, List<String>> lines) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Set<String> PASSING =
            Set.of("requests", "createdAt", "startedAt", "finishedAt", "resumesAt", "pulledAt");

    /** Tables, and how a row is told: without times and tries; JSON as such, so that the order of its parts is one. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("crm_client", "- '{created_at,updated_at,first_imported_at}'::text[]"),
            Map.entry("crm_contact", "- '{created_at,updated_at,first_imported_at}'::text[]"),
            Map.entry("contract", "- '{created_at,updated_at,first_imported_at}'::text[]"),
            Map.entry("contract_line", "- '{created_at,updated_at}'::text[]"),
            Map.entry("contract_balance", "- '{created_at,updated_at,as_of}'::text[]"),
            Map.entry("asset", "- '{created_at,updated_at,first_imported_at}'::text[]"),
            Map.entry("asset_relation", "- '{created_at,updated_at}'::text[]"),
            Map.entry("project", "- '{created_at,updated_at,first_imported_at}'::text[]"),
            Map.entry("project_phase", "- '{created_at,updated_at,first_imported_at}'::text[]"),
            Map.entry("project_task", "- '{created_at,updated_at,first_imported_at}'::text[]"),
            Map.entry("project_task_predecessor", "- '{created_at,updated_at}'::text[]"),
            Map.entry("project_number", ""),
            Map.entry("project_task_number", ""),
            Map.entry("conversation_entry", "- '{created_at,updated_at}'::text[]"),
            Map.entry("desk_status", "- '{created_at,updated_at}'::text[]"),
            Map.entry("desk_category", "- '{created_at,updated_at}'::text[]"),
            Map.entry("desk_ticket", "- '{created_at,updated_at,first_imported_at}'::text[]"),
            Map.entry("desk_ticket_number", ""),
            Map.entry("desk_time", "- '{created_at,updated_at,first_imported_at}'::text[]"),
            Map.entry("desk_ticket_search", "- '{settled,changed_at}'::text[]"),
            Map.entry("desk_time_search", "- '{settled,changed_at}'::text[]"),
            Map.entry("project_search", "- '{settled,changed_at}'::text[]"),
            Map.entry("project_phase_search", "- '{settled,changed_at}'::text[]"),
            Map.entry("project_task_search", "- '{settled,changed_at}'::text[]"),
            Map.entry("asset_search", "- '{settled,changed_at}'::text[]"),
            Map.entry("contract_search", "- '{settled,changed_at}'::text[]"),
            Map.entry("crm_client_search", "- '{settled,changed_at}'::text[]"),
            Map.entry("crm_contact_search", "- '{settled,changed_at}'::text[]"),
            Map.entry(
                    "migration_id_map", // a fingerprint is of ids, too
                    "- '{first_import,last_import}'::text[]"
                            + " || jsonb_build_object('fingerprint', fingerprint is not null)"),
            Map.entry("migration_staged_record", "- '{pulled_at,processed_at,page_id}'::text[]"),
            Map.entry("migration_finding", ""),
            Map.entry(
                    "migration_pull_checkpoint", // see EXPECTED
                    "- '{moved_at,version}'::text[] || jsonb_build_object('expected', (select t.expected"
                            + " from migration_run r where r.id = t.run_id and r.number > 1))"),
            Map.entry("migration_load_checkpoint", "- '{moved_at,version}'::text[]"),
            Map.entry("migration_value_decision", ""),
            Map.entry("migration_looked_up", ""),
            Map.entry("importing_person", ""),
            Map.entry(
                    "migration_dictionary", // save the day of the run: two rounds may lie on two days
                    "|| jsonb_build_object('content', content::jsonb #- '{tables,Run}')"),
            Map.entry("migration_notice", ""),
            Map.entry("migration_run_report", "|| jsonb_build_object('content', content::jsonb)"),
            Map.entry(
                    "migration_run",
                    "- '{started_at,finished_at,completed_at,changed_at,running_since,worked_millis,fence,ticket,version}'::text[]"));

    /**
     * How many records there are is asked once, beside the first pages, and people add and remove some when these are asked
     * for: at the first import either number may be found. Nobody changes anything during the second.
     */
    private static final String EXPECTED = "expected";

    private static final String NAMES =
            """
            select id::text, 'client ' || source_id from crm_client union all
            select id::text, 'contact ' || source_id from crm_contact union all
            select id::text, 'contract ' || source_id from contract union all
            select id::text, source_id from contract_line union all
            select id::text, source_id from contract_balance union all
            select id::text, 'asset ' || source_id from asset union all
            select id::text, source_id from asset_relation union all
            select id::text, 'project ' || source_id from project union all
            select id::text, 'phase ' || source_id from project_phase union all
            select id::text, 'task ' || source_id from project_task union all
            select id::text, source_id from project_task_predecessor union all
            select id::text, source_id from conversation_entry union all
            select id::text, 'ticket ' || source_id from desk_ticket union all
            select id::text, 'time ' || source_id from desk_time union all
            select id::text, 'status ' || name from desk_status union all
            select id::text, 'category ' || name from desk_category union all
            select id::text, 'run ' || number from migration_run union all
            select id::text, 'migration' from migration_migration""";

    /** Of everything that can be read of a migration, in the database and by the API, behind its first run or its second. */
    static Picture of(Connection database, Kept kept, Cluster cluster, int node, String migration, boolean again)
            throws SQLException, IOException, InterruptedException {
        Map<String, String> names = names(database);
        Map<String, List<String>> lines = new TreeMap<>();
        try (Statement statement = database.createStatement()) {
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                String query =
                        "select (to_jsonb(t) %s)::text from %s t".formatted(table.getValue(), table.getKey());
                lines.put(table.getKey(), named(rows(statement, query), names));
            }
            lines.put("audit_entry", named(rows(statement, AUDIT), names));
            if (Kept.any(statement)) {
                lines.put("attachment", named(rows(statement, ATTACHMENTS), names));
                lines.put("content", kept.lines(statement).stream().sorted().toList());
            }
        }
        lines.put("API, report", named(api(cluster, node, migration, "/report", again), names));
        lines.put("API, migration", named(api(cluster, node, migration, "", again), names));
        lines.put("API, issues", named(issues(cluster, node, migration), names));
        String csv = cluster.call(node, "GET", migration + "/report.csv", "").body();
        lines.put("API, report.csv", named(TIME.matcher(csv).replaceAll("").lines().toList(), names));
        return new Picture(lines);
    }

    private static final String ATTACHMENTS =
            "select (to_jsonb(t) - '{created_at,updated_at}'::text[])::text from attachment t";

    private static final String AUDIT =
            "select concat_ws(' ', action, entity_type, entity_id, entity_name, changes) from audit_entry"
                    + " where user_id is null";

    private static Map<String, String> names(Connection database) throws SQLException {
        Map<String, String> names = new HashMap<>();
        try (Statement statement = database.createStatement()) {
            String files = " union all select id::text, 'file ' || source_id from attachment";
            try (ResultSet rows = statement.executeQuery(NAMES + (Kept.any(statement) ? files : ""))) {
                while (rows.next()) {
                    names.put(rows.getString(1), "<" + rows.getString(2) + ">");
                }
            }
        }
        return names;
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static List<String> named(List<String> lines, Map<String, String> names) {
        return lines.stream()
                .map(line -> ID.matcher(line).replaceAll(id -> names.getOrDefault(id.group(), id.group())))
                .sorted()
                .toList();
    }

    private static List<String> api(Cluster cluster, int node, String migration, String path, boolean again)
            throws IOException, InterruptedException {
        JsonNode answer = JSON.readTree(cluster.call(node, "GET", migration + path, "").body());
        forget(answer, PASSING);
        if (!again) {
            forget(answer, Set.of(EXPECTED));
        }
        List<String> lines = new ArrayList<>();
        answer.propertyStream().forEach(part -> {
            if (part.getValue() instanceof ArrayNode items) {
                items.forEach(item -> lines.add(part.getKey() + " " + item));
            } else {
                lines.add(part.getKey() + " " + part.getValue());
            }
        });
        return lines;
    }

    private static List<String> issues(Cluster cluster, int node, String migration)
            throws IOException, InterruptedException {
        List<String> items = new ArrayList<>();
        for (String outcome : List.of("FAILED", "SKIPPED", "WARNED")) {
            String records = migration + "/records?size=500&outcome=" + outcome;
            String after = "";
            do {
                JsonNode answer = JSON.readTree(
                        cluster.call(node, "GET", records + after, "").body());
                forget(answer, PASSING);
                answer.get("items").forEach(item -> items.add(item.toString()));
                after = answer.get("next").isNull() ? "" : "&after=" + answer.get("next").asString();
            } while (!after.isEmpty());
        }
        return items;
    }

    private static void forget(JsonNode node, Set<String> names) {
        if (node instanceof ObjectNode object) {
            object.remove(names);
        }
        node.forEach(child -> forget(child, names));
    }

    /** What is in one picture alone; empty when they are equal. */
    List<String> differencesTo(Picture undisturbed) {
        List<String> differences = new ArrayList<>();
        lines.forEach((topic, found) -> {
            List<String> expected = undisturbed.lines.getOrDefault(topic, List.of());
            if (!found.equals(expected)) {
                List<String> missing = without(expected, found);
                List<String> surplus = without(found, expected);
                differences.add("%s: %d lines missing, %d too many".formatted(topic, missing.size(), surplus.size()));
                for (int i = 0; i < Math.min(5, Math.max(missing.size(), surplus.size())); i++) {
                    String expectedLine = i < missing.size() ? missing.get(i) : "";
                    String foundLine = i < surplus.size() ? surplus.get(i) : "";
                    int from = Math.max(0, firstDifference(expectedLine, foundLine) - 60);
                    differences.add("  - " + part(expectedLine, from));
                    differences.add("  + " + part(foundLine, from));
                }
            }
        });
        return differences;
    }

    private static int firstDifference(String one, String other) {
        int i = 0;
        while (i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }

    /** Its beginning, which says what it is of, and where it differs. */
    private static String part(String line, int from) {
        String head = line.substring(0, Math.min(line.length(), 80));
        return from < 80
                ? line.substring(0, Math.min(line.length(), 300))
                : head + " … " + line.substring(Math.min(from, line.length()), Math.min(line.length(), from + 220));
    }

    private static List<String> without(List<String> these, List<String> those) {
        Map<String, Integer> rest = new HashMap<>();
        those.forEach(line -> rest.merge(line, 1, Integer::sum));
        return these.stream()
                .filter(line -> rest.merge(line, -1, Integer::sum) < 0)
                .toList();
    }
}
