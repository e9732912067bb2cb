package app.ascent.autotask.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Some records of an entity: those for which all of these conditions hold.
 *
 * @param entity as in the API's paths ({@code Companies})
 */
public record EntityQuery(String entity, List<Condition> conditions) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The one field that every entity has. */
    private static final String ID = "id";

    public EntityQuery {
        conditions = List.copyOf(conditions);
    }

    public static EntityQuery of(String entity, Condition... conditions) {
        return new EntityQuery(entity, List.of(conditions));
    }

    public EntityQuery and(Condition condition) {
        return new EntityQuery(
                entity, Stream.concat(conditions.stream(), Stream.of(condition)).toList());
    }

    /** Fields that a tenant may not have. */
    Set<String> fields() {
        return conditions.stream()
                .flatMap(Condition::fields)
                .filter(field -> !field.equalsIgnoreCase(ID))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A page of those behind the id. */
    String page(int size, long after) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("MaxRecords", size);
        query.put("filter", filter(after));
        return JSON.writeValueAsString(query);
    }

    /** All of them, id 0 included, which is the tenant's own company. */
    String count() {
        return JSON.writeValueAsString(Map.of("filter", filter(-1)));
    }

    private List<Map<String, Object>> filter(long after) {
        List<Map<String, Object>> filter = new ArrayList<>();
        filter.add(Condition.gt(ID, after).json());
        conditions.forEach(condition -> filter.add(condition.json()));
        return filter;
    }
}
