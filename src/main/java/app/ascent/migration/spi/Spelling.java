package app.ascent.migration.spi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The names of a record type's fields as the source documents them. Releases and proxies of a source have written them in
 * another case; where a payload has both, the documented one counts.
 */
final class Spelling {

    /** Numbers keep the digits that were sent. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final ClassValue<Spelling> KNOWN = new ClassValue<>() {
        @Override
        protected Spelling computeValue(Class<?> type) {
            return new Spelling(type);
        }
    };

    /** @param inner how the fields are spelled of the records it is a list of; null where it is none */
    private record Name(String documented, @Nullable Spelling inner) {}

    private final Map<String, Name> documented = new HashMap<>();
    private final Map<String, Name> caseAside = new HashMap<>();
    private final List<Spelling> inner;

    private Spelling(Class<?> type) {
        for (RecordComponent component : components(type)) {
            Name name = new Name(component.getName(), inner(component.getGenericType()));
            documented.put(name.documented(), name);
            caseAside.put(lower(name.documented()), name);
        }
        inner = documented.values().stream()
                .map(Name::inner)
                .filter(Objects::nonNull)
                .toList();
    }

    static Spelling of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** Reads on as the parser would, and remembers whether a name came by that may be a documented one in another case. */
    Watch watch(JsonParser parser) {
        return new Watch(parser);
    }

    /** The payload with its fields named as documented. */
    String corrected(String json) {
        return JSON.readTree(json) instanceof ObjectNode object ? JSON.writeValueAsString(corrected(object)) : json;
    }

    /** Whether it is not documented as it is written, here or in a record further in, but might be in another case. */
    private boolean isDoubtful(String name) {
        if (!documented.containsKey(name) && caseAside.containsKey(lower(name))) {
            return true;
        }
        for (Spelling each : inner) {
            if (each.isDoubtful(name)) {
                return true;
            }
        }
        return false;
    }

    private ObjectNode corrected(ObjectNode object) {
        ObjectNode corrected = object.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            Name name = documented.get(field.getKey());
            if (name == null) {
                name = caseAside.get(lower(field.getKey()));
                if (name != null && object.has(name.documented())) {
                    continue;
                }
            }
            corrected.set(
                    name == null ? field.getKey() : name.documented(),
                    name == null || name.inner() == null
                            ? field.getValue()
                            : name.inner().each(field.getValue()));
        }
        return corrected;
    }

    private JsonNode each(JsonNode list) {
        if (!list.isArray()) {
            return list;
        }
        var corrected = JSON.createArrayNode();
        list.forEach(element -> corrected.add(element instanceof ObjectNode object ? corrected(object) : element));
        return corrected;
    }

    private static RecordComponent[] components(Class<?> type) {
        return Optional.ofNullable(type.getRecordComponents()).orElse(new RecordComponent[0]);
    }

    private static @Nullable Spelling inner(Type type) {
        return type instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                        && element.isRecord()
                ? new Spelling(element)
                : null;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** So that a payload is read once, and only one with such a name again, corrected. */
    final class Watch extends JsonParserDelegate {

        private boolean doubtful;

        private Watch(JsonParser parser) {
            super(parser);
        }

        boolean isDoubtful() {
            return doubtful;
        }

        @Override
        public @Nullable JsonToken nextToken() {
            JsonToken token = super.nextToken();
            doubtful = doubtful || token == JsonToken.PROPERTY_NAME && Spelling.this.isDoubtful(currentName());
            return token;
        }
    }
}
