package app.ascent.migration.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings together, field by field, what stands in Ascent, what the import last wrote there, and what the source says now.
 *
 * @param values what is to stand in Ascent
 * @param written what counts as written by the import from now on
 * @param changed whether the values differ from what stands there
 * @param kept fields in which a person's value stays although the source has another one
 */
record Merge(ObjectNode values, ObjectNode written, boolean changed, List<Kept> kept) {

    /** A field that stays as a person left it. */
    record Kept(String field, @Nullable String source, @Nullable String stays) {}

    /** The source's value goes wherever nobody has changed what the last import wrote. */
    static Merge keepingEdits(JsonNode current, JsonNode written, JsonNode incoming, boolean edited) {
        Building merge = new Building();
        for (Map.Entry<String, JsonNode> field : incoming.properties()) {
            JsonNode stands = current.path(field.getKey());
            JsonNode last = written.path(field.getKey());
            JsonNode comes = field.getValue();
            // A field that is newer than the last import has no last value: it is only filled.
            boolean untouched = last.isMissingNode() ? empty(stands) : same(stands, last);
            if (same(stands, comes)) {
                merge.put(field.getKey(), stands, comes);
            } else if (untouched) {
                merge.change(field.getKey(), comes, comes);
            } else {
                merge.put(field.getKey(), stands, last);
                // A record that was linked may differ from the start; that is no edit until somebody changes something.
                if (edited || !same(last, comes)) {
                    merge.kept.add(new Kept(field.getKey(), text(comes), text(stands)));
                }
            }
        }
        return merge.done();
    }

    /** Fills what is empty, and takes today's values of the source as the ones to compare with later. */
    static Merge fillingGaps(JsonNode current, JsonNode incoming) {
        Building merge = new Building();
        for (Map.Entry<String, JsonNode> field : incoming.properties()) {
            JsonNode stands = current.path(field.getKey());
            if (empty(stands) && !empty(field.getValue())) {
                merge.change(field.getKey(), field.getValue(), field.getValue());
            } else {
                merge.put(field.getKey(), stands, field.getValue());
            }
        }
        return merge.done();
    }

    /** The source's value goes everywhere. */
    static Merge overwriting(JsonNode current, JsonNode incoming) {
        Building merge = new Building();
        for (Map.Entry<String, JsonNode> field : incoming.properties()) {
            if (same(current.path(field.getKey()), field.getValue())) {
                merge.put(field.getKey(), field.getValue(), field.getValue());
            } else {
                merge.change(field.getKey(), field.getValue(), field.getValue());
            }
        }
        return merge.done();
    }

    private static boolean same(JsonNode one, JsonNode other) {
        if (empty(one) || empty(other)) {
            return empty(one) && empty(other);
        }
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }

    private static boolean empty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isString() && value.stringValue().isBlank())
                || (value.isContainer() && value.isEmpty());
    }

    private static @Nullable String text(JsonNode value) {
        if (empty(value)) {
            return null;
        }
        if (value.isObject() && value.size() == 1 && value.path("value").isValueNode()) {
            return value.path("value").asString(); // an id of Ascent's
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static final class Building {

        private final ObjectNode values = JsonNodeFactory.instance.objectNode();
        private final ObjectNode written = JsonNodeFactory.instance.objectNode();
        private final List<Kept> kept = new ArrayList<>();
        private boolean changed;

        void put(String field, JsonNode value, JsonNode nowWritten) {
            values.set(field, value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value);
            if (!nowWritten.isMissingNode()) {
                written.set(field, nowWritten);
            }
        }

        void change(String field, JsonNode value, JsonNode nowWritten) {
            put(field, value, nowWritten);
            changed = true;
        }

        Merge done() {
            return new Merge(values, written, changed, List.copyOf(kept));
        }
    }
}
