package app.ascent.journey.inbox;

import app.ascent.journey.inbox.RecordDetail.RawLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** A staged payload as lines to read: filled fields first, empty ones apart, the field in question marked. */
@Component
class RawPayload {

    /** Numbers keep the digits Autotask sent. */
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** @param readable whether it is an object at all; what is not is shown as it came */
    record Lines(List<RawLine> filled, List<RawLine> empty, boolean readable) {}

    Lines of(String payload, @Nullable String field) {
        try {
            JsonNode root = json.readTree(payload);
            return root.isObject() ? fields(root, field) : asItCame(payload);
        } catch (JacksonException unreadable) {
            return asItCame(payload);
        }
    }

    private Lines fields(JsonNode root, @Nullable String marked) {
        List<RawLine> filled = new ArrayList<>();
        List<RawLine> empty = new ArrayList<>();
        filled.add(new RawLine("{", false));
        for (Map.Entry<String, JsonNode> property : root.properties()) {
            boolean mark = property.getKey().equalsIgnoreCase(marked);
            List<RawLine> lines = !mark && isEmpty(property.getValue()) ? empty : filled;
            String text = json.writeValueAsString(property.getKey()) + ": " + written(property.getValue()) + ",";
            for (String line : text.split("\n")) {
                lines.add(new RawLine("  " + line, mark));
            }
        }
        withoutComma(empty.isEmpty() ? filled : empty);
        return new Lines(filled, empty, true);
    }

    private static void withoutComma(List<RawLine> lines) {
        RawLine last = lines.removeLast();
        String text = last.text();
        lines.add(new RawLine(text.endsWith(",") ? text.substring(0, text.length() - 1) : text, last.marked()));
    }

    /** An element of a list, such as a user-defined field, takes one line. */
    private String written(JsonNode value) {
        if (!value.isArray() || value.isEmpty()) {
            return json.writeValueAsString(value);
        }
        return value.valueStream().map(json::writeValueAsString).collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || value.isString() && value.stringValue().isBlank()
                || value.isContainer() && value.isEmpty();
    }

    private static Lines asItCame(String payload) {
        return new Lines(payload.lines().map(line -> new RawLine(line, false)).toList(), List.of(), false);
    }
}
