package app.ascent.migration.decision;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads single fields of a payload without making anything of the others: a field that is not spelled as documented is found all
 * the same, and 7.0 is 7, as when records are read.
 */
final class SentValues {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern WHOLE = Pattern.compile("\\s*(-?\\d+)(\\.0*)?\\s*");

    private SentValues() {}

    /** By field; empty stands for a record that has no value there, or none that could be one of a picklist. */
    static Map<String, String> in(String payload, Collection<String> fields) {
        Map<String, String> asDocumented = new HashMap<>();
        Map<String, String> otherwise = new HashMap<>();
        TreeSet<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        wanted.addAll(fields);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), payload)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                for (String name = json.nextName(); name != null; name = json.nextName()) {
                    json.nextToken();
                    String field = wanted.contains(name) ? wanted.ceiling(name) : null;
                    if (field == null || !json.currentToken().isScalarValue()) {
                        json.skipChildren();
                    } else if (field.equals(name)) {
                        asDocumented.put(field, value(json));
                    } else {
                        otherwise.putIfAbsent(field, value(json));
                    }
                }
            }
        } catch (JacksonException broken) {
            // The record fails by it, and says so; what came before counts.
        }
        Map<String, String> values = new HashMap<>();
        fields.forEach(field -> values.put(field, asDocumented.getOrDefault(field, otherwise.getOrDefault(field, ""))));
        return values;
    }

    private static String value(JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return "";
        }
        String text = json.getString();
        Matcher whole = WHOLE.matcher(text);
        return whole.matches() ? whole.group(1) : text;
    }
}
