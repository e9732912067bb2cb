package app.ascent.migration.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the engine reads payloads and keeps values: one way, whatever the web layer's JSON looks like. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final JsonMapper FILLED = MAPPER.rebuild()
            .changeDefaultPropertyInclusion(any -> any.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private Json() {}

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    /** A field of a source record, whatever case its name was sent in; the documented spelling comes first. */
    static JsonNode field(JsonNode sent, String name) {
        return sent.has(name)
                ? sent.path(name)
                : sent.propertyStream()
                        .filter(property -> property.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseGet(() -> sent.path(name));
    }

    static <T> T read(JsonNode tree, Class<T> type) {
        return MAPPER.treeToValue(tree, type);
    }

    /** Without the fields that are empty. */
    static String writeFilled(Object value) {
        return FILLED.writeValueAsString(value);
    }

    static String write(Object value) {
        if (value instanceof Map<?, ?> map && map.isEmpty()) {
            return "{}";
        }
        return MAPPER.writeValueAsString(value);
    }
}
