package app.ascent.sandbox.query;

import app.ascent.sandbox.query.QueryRefused.Kind;
import app.ascent.sandbox.tenant.Field;
import app.ascent.sandbox.tenant.FieldType;
import app.ascent.sandbox.tenant.Schema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the query language as Autotask does: keys and names in any case, single quotes too, and a condition with an
 * unknown operator is passed over in silence, which has cost more than one client its filter.
 */
public final class SearchParser {

    private static final int MOST_RECORDS = 500;
    private static final int MOST_ALTERNATIVES = 500;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    private final Schema schema;
    private final boolean lowerCaseMaxRecords;
    private int alternatives;

    private SearchParser(Schema schema, boolean lowerCaseMaxRecords) {
        this.schema = schema;
        this.lowerCaseMaxRecords = lowerCaseMaxRecords;
    }

    /** @param lowerCaseMaxRecords ignore {@code MaxRecords}, as one client's author says he has seen */
    public static Search parse(String json, Schema schema, boolean lowerCaseMaxRecords) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new QueryRefused(Kind.MALFORMED, "The request is invalid.");
        }
        if (root == null || !root.isObject()) {
            throw new QueryRefused(Kind.MALFORMED, "The request is invalid.");
        }
        return new SearchParser(schema, lowerCaseMaxRecords).search(root);
    }

    private Search search(JsonNode root) {
        JsonNode filter = member(root, "filter");
        if (filter == null || !filter.isArray() || filter.isEmpty()) {
            throw new QueryRefused(Kind.NO_FILTER, "Invalid query syntax. A filter is required.");
        }
        int maxRecords = maxRecords(lowerCaseMaxRecords ? root.get("maxRecords") : member(root, "maxRecords"));
        Projection projection = projection(member(root, "includeFields"));
        Filter wanted = new Filter.And(parts(filter, false));
        if (alternatives > MOST_ALTERNATIVES) {
            throw QueryRefused.invalid("Invalid query syntax. Queries are limited to 500 or fewer 'OR' conditions.");
        }
        return new Search(maxRecords, projection, wanted);
    }

    private static @Nullable JsonNode member(JsonNode object, String name) {
        JsonNode exact = object.get(name);
        if (exact != null) {
            return exact;
        }
        return object.properties().stream()
                .filter(property -> property.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static int maxRecords(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return MOST_RECORDS;
        }
        int records = value.asInt(0);
        if (records < 1 || records > MOST_RECORDS) {
            throw QueryRefused.invalid("maxCountOfRecordsToReturn must be between 1 and 500");
        }
        return records;
    }

    private Projection projection(@Nullable JsonNode names) {
        if (names == null || names.isNull() || names.isEmpty()) {
            return Projection.ALL;
        }
        var fields = new BitSet();
        Set<String> userFields = new HashSet<>();
        for (JsonNode node : names) {
            String name = node.asString("");
            int index = schema.indexOf(name);
            if (index >= 0) {
                fields.set(index);
            } else if (schema.userField(name) != null) {
                userFields.add(name.toLowerCase(Locale.ROOT));
            } else if (!name.equalsIgnoreCase("userDefinedFields")) {
                throw unknown(name);
            }
        }
        return new Projection(false, fields, userFields);
    }

    private List<Filter> parts(JsonNode items, boolean alternative) {
        List<Filter> parts = new ArrayList<>();
        for (JsonNode item : items) {
            Filter part = part(item);
            if (part != null) {
                parts.add(part);
                alternatives += alternative ? 1 : 0;
            }
        }
        return List.copyOf(parts);
    }

    private @Nullable Filter part(JsonNode item) {
        String op = text(member(item, "op"));
        JsonNode items = member(item, "items");
        if (op.equalsIgnoreCase("and") || op.equalsIgnoreCase("or")) {
            boolean or = op.equalsIgnoreCase("or");
            List<Filter> parts = items == null ? List.of() : parts(items, or);
            return or ? new Filter.Or(parts) : new Filter.And(parts);
        }
        Operator operator = Operator.named(op);
        if (operator == null) {
            return null;
        }
        JsonNode udf = member(item, "udf");
        Operand operand = operand(text(member(item, "field")), udf != null && udf.asBoolean(false));
        return new Filter.Condition(operand, operator, values(operand, operator, member(item, "value")));
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "" : node.asString("");
    }

    private Operand operand(String name, boolean added) {
        if (added) {
            Field field = schema.userField(name);
            if (field == null) {
                throw unknown(name);
            }
            return new Operand(field.name(), -1, field.type());
        }
        int index = schema.indexOf(name);
        if (index < 0) {
            throw unknown(name);
        }
        Field field = schema.fields().get(index);
        if (!field.queryable()) {
            throw QueryRefused.invalid("Invalid query syntax. " + field.name() + " of the " + schema.name()
                    + " Entity cannot be queried.");
        }
        return new Operand(field.name(), index, field.type());
    }

    private QueryRefused unknown(String field) {
        return QueryRefused.invalid("Unable to find " + field + " in the " + schema.name() + " Entity");
    }

    private static List<Comparable<?>> values(Operand operand, Operator operator, @Nullable JsonNode value) {
        if (operator.takesNothing()) {
            return List.of();
        }
        if (value == null || value.isNull() || (operator.takesList() && !value.isArray())) {
            throw QueryRefused.invalid("Invalid query syntax. A value is required for " + operand.name() + ".");
        }
        List<Comparable<?>> values = new ArrayList<>();
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            values.add(parse(operand, each.asString(each.toString()), operator));
        }
        return List.copyOf(values);
    }

    private static Comparable<?> parse(Operand operand, String text, Operator operator) {
        boolean partOfText =
                operator == Operator.BEGINS_WITH || operator == Operator.ENDS_WITH || operator == Operator.CONTAINS;
        if (partOfText && operand.type() != FieldType.STRING) {
            return text.toLowerCase(Locale.ROOT);
        }
        try {
            return operand.parse(text);
        } catch (IllegalArgumentException e) {
            throw QueryRefused.invalid(
                    "Invalid query syntax. Value [" + text + "] is not valid for " + operand.name() + ".");
        }
    }
}
