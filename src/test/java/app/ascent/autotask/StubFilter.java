package app.ascent.autotask;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The conditions of a query, over records as they were put into the stub. The id is the one a record was put under, whatever
 * it says of itself; other fields are looked up in the record, case aside.
 */
record StubFilter(JsonNode conditions) {

    private static final JsonMapper JSON = JsonMapper.shared();

    boolean accepts(long id, String json) {
        return all(conditions, id, json);
    }

    private static boolean all(JsonNode parts, long id, String json) {
        return StreamSupport.stream(parts.spliterator(), false).allMatch(part -> holds(part, id, json));
    }

    private static boolean holds(JsonNode part, long id, String json) {
        JsonNode value = part.path("value");
        String field = part.path("field").asString("");
        return switch (part.path("op").asString("").toLowerCase(Locale.ROOT)) {
            case "and" -> all(part.path("items"), id, json);
            case "or" -> anyOf(part.path("items"), id, json);
            case "exist" -> held(field, id, json) != null;
            case "notexist" -> held(field, id, json) == null;
            case "in" -> isAmong(value, held(field, id, json));
            case "notin" -> held(field, id, json) != null && !isAmong(value, held(field, id, json));
            case String comparison -> compares(comparison, held(field, id, json), value.asString(""));
        };
    }

    private static boolean anyOf(JsonNode parts, long id, String json) {
        return StreamSupport.stream(parts.spliterator(), false).anyMatch(part -> holds(part, id, json));
    }

    private static boolean isAmong(JsonNode values, @Nullable String held) {
        return held != null
                && StreamSupport.stream(values.spliterator(), false)
                        .anyMatch(value -> compare(held, value.asString("")) == 0);
    }

    private static boolean compares(String comparison, @Nullable String held, String value) {
        if (held == null) {
            return false;
        }
        int order = compare(held, value);
        return switch (comparison) {
            case "eq" -> order == 0;
            case "noteq" -> order != 0;
            case "gt" -> order > 0;
            case "gte" -> order >= 0;
            case "lt" -> order < 0;
            case "lte" -> order <= 0;
            default -> throw new IllegalArgumentException("The stub does not compare by " + comparison);
        };
    }

    /** Numbers as numbers; dates as text, which orders them as long as they are written alike to the day. */
    private static int compare(String held, String value) {
        try {
            return new BigDecimal(held).compareTo(new BigDecimal(value));
        } catch (NumberFormatException e) {
            int common = Math.min(held.length(), value.length());
            return held.substring(0, common).compareToIgnoreCase(value.substring(0, common));
        }
    }

    private static @Nullable String held(String field, long id, String json) {
        if (field.equalsIgnoreCase("id")) {
            return Long.toString(id);
        }
        try {
            return JSON.readTree(json).properties().stream()
                    .filter(property -> property.getKey().equalsIgnoreCase(field))
                    .map(property -> property.getValue())
                    .filter(value -> !value.isNull())
                    .map(value -> value.asString(""))
                    .findFirst()
                    .orElse(null);
        } catch (JacksonException e) {
            return null;
        }
    }
}
