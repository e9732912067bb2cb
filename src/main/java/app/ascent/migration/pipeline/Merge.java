package app.ascent.migration.pipeline;

import app.ascent.migration.spi.Conflicts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings together, field by field, what stands in Ascent, what the import last wrote there, and what the source says now.
 *
 * @param values what is to stand in Ascent
 * @param written what counts as written by the import from now on, without fields that it left empty: of those one knows as
 *     much as of fields that are newer
 * @param found fields that are people's from before the import, and still so
 * @param changed whether the values differ from what stands there
 * @param whole whether every field ends up as the source has it
 * @param kept fields in which a person's value stays although the source has another one
 * @param lost fields in which the source's value takes the place of a person's
 * @param before the fields that change, as they stand now
 */
record Merge(
        ObjectNode values,
        ObjectNode written,
        Set<String> found,
        boolean changed,
        boolean whole,
        List<Difference> kept,
        List<Difference> lost,
        ObjectNode before) {

    /** The fields that change, as they are to stand. */
    ObjectNode after() {
        ObjectNode after = JsonNodeFactory.instance.objectNode();
        before.propertyNames().forEach(field -> after.set(field, values.path(field)));
        return after;
    }

    /** A field that both sides have, and not alike. */
    record Difference(String field, @Nullable String source, @Nullable String stands) {}

    /**
     * What is to be brought together.
     *
     * @param current what stands in Ascent
     * @param written what the import last wrote
     * @param found fields that had a value before the import came, and were not written since
     * @param edited whether a person changed something since
     */
    record Sides(
            JsonNode current,
            JsonNode written,
            JsonNode incoming,
            SourceSays says,
            Set<String> found,
            boolean edited) {}

    /**
     * The source's value goes wherever nobody has changed what the last import wrote; elsewhere a person's value stays,
     * unless Autotask is to win and has one. Nothing gives way to nothing, save what the import itself had written.
     */
    static Merge again(Sides sides, Conflicts conflicts) {
        Building merge = new Building(sides.found);
        for (Map.Entry<String, JsonNode> each : sides.incoming.properties()) {
            String field = each.getKey();
            JsonNode stands = sides.current.path(field);
            JsonNode last = sides.written.path(field);
            JsonNode comes = each.getValue();
            // A field that is newer than the last import, or that it left empty, has no last value: it is only filled.
            boolean untouched = last.isMissingNode() ? empty(stands) : same(stands, last);
            SourceSays.Word word = sides.says.of(field, empty(comes));
            if (word == SourceSays.Word.SILENCE) {
                merge.leave(field, stands, last, comes);
            } else if (same(stands, comes)) {
                merge.put(field, stands, comes);
            } else if (word == SourceSays.Word.NOTHING) {
                if (untouched && !sides.found.contains(field)) {
                    merge.change(field, stands, comes);
                } else {
                    merge.leave(field, stands, last, comes);
                }
            } else if (untouched) {
                merge.change(field, stands, comes);
            } else if (conflicts == Conflicts.AUTOTASK_WINS) {
                merge.lost.add(new Difference(field, text(comes), text(stands)));
                merge.change(field, stands, comes);
            } else {
                merge.leave(field, stands, last, comes);
                // A record that was linked may differ from the start; that is no edit until somebody changes something.
                if (sides.edited || !same(last, comes)) {
                    merge.kept.add(new Difference(field, text(comes), text(stands)));
                }
            }
        }
        return merge.done();
    }

    /**
     * Fills what is empty, and takes today's values of the source as the ones to compare with later.
     *
     * @param adopted whether an earlier import wrote the record, so that what is alike is the import's own
     */
    static Merge fillingGaps(JsonNode current, JsonNode incoming, boolean adopted) {
        Building merge = new Building(Set.of());
        for (Map.Entry<String, JsonNode> each : incoming.properties()) {
            String field = each.getKey();
            JsonNode stands = current.path(field);
            JsonNode comes = each.getValue();
            if (empty(stands) && !empty(comes)) {
                merge.change(field, stands, comes);
            } else {
                merge.leave(field, stands, comes, comes);
                if (!empty(stands) && !(adopted && same(stands, comes))) {
                    merge.found.add(field);
                }
            }
        }
        return merge.done();
    }

    /** What is empty is as good as not there, also within a value of several parts: the last import's are kept without. */
    static boolean same(JsonNode one, JsonNode other) {
        if (empty(one) || empty(other)) {
            return empty(one) && empty(other);
        }
        if (one.isObject() && other.isObject()) {
            return Stream.concat(one.propertyNames().stream(), other.propertyNames().stream())
                    .allMatch(name -> same(one.path(name), other.path(name)));
        }
        if (one.isArray() && other.isArray()) {
            return one.size() == other.size()
                    && IntStream.range(0, one.size()).allMatch(at -> same(one.path(at), other.path(at)));
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
        if (value.isArray()) {
            return texts(value, each -> each.isObject() ? texts(each, Merge::text, " ") : text(each), ", ");
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    /** Of what has several parts, as people who are users or names, all that is said. */
    private static String texts(JsonNode value, Function<JsonNode, @Nullable String> text, String between) {
        return value.valueStream().map(text).filter(Objects::nonNull).collect(Collectors.joining(between));
    }

    private static final class Building {

        private final ObjectNode values = JsonNodeFactory.instance.objectNode();
        private final ObjectNode written = JsonNodeFactory.instance.objectNode();
        private final Set<String> found;
        private final List<Difference> kept = new ArrayList<>();
        private final List<Difference> lost = new ArrayList<>();
        private final ObjectNode before = JsonNodeFactory.instance.objectNode();
        private boolean changed;
        private boolean whole = true;

        Building(Set<String> found) {
            this.found = new HashSet<>(found);
        }

        void put(String field, JsonNode value, JsonNode nowWritten) {
            values.set(field, value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value);
            if (!empty(nowWritten)) {
                written.set(field, nowWritten);
            }
        }

        void leave(String field, JsonNode stands, JsonNode last, JsonNode comes) {
            put(field, stands, last);
            whole &= same(stands, comes);
        }

        void change(String field, JsonNode stands, JsonNode comes) {
            put(field, comes, comes);
            before.set(field, stands.isMissingNode() ? JsonNodeFactory.instance.nullNode() : stands);
            found.remove(field);
            changed = true;
        }

        Merge done() {
            return new Merge(
                    values, written, Set.copyOf(found), changed, whole, List.copyOf(kept), List.copyOf(lost), before);
        }
    }
}
