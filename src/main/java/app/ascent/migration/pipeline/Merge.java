package app.ascent.migration.pipeline;

import app.ascent.migration.spi.Conflicts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * The source's value goes wherever nobody has changed what the last import wrote; elsewhere a person's value stays,
     * unless Autotask is to win and has one, or nobody else has a say in it. Nothing gives way to nothing, save what the import
     * itself had written.
     */
    static Merge again(Sides sides, Conflicts conflicts) {
        Building merge = new Building(sides.found());
        for (Unit unit : Unit.all(sides)) {
            JsonNode stands = unit.of(sides.current());
            JsonNode last = unit.of(sides.written());
            JsonNode comes = unit.of(sides.incoming());
            boolean found = unit.fields().stream().anyMatch(sides.found()::contains);
            // A field that is newer than the last import, or that it left empty, has no last value: it is only filled.
            boolean untouched = last.isMissingNode() ? empty(stands) : same(stands, last);
            SourceSays.Word word = unit.said(sides.says(), comes);
            boolean settled = sides.settles(unit);
            if (word == SourceSays.Word.SILENCE && !settled) {
                merge.leave(unit, sides.current(), sides.written(), sides.incoming());
            } else if (same(stands, comes)) {
                unit.fields()
                        .forEach(field -> merge.put(
                                field,
                                sides.current().path(field),
                                sides.incoming().path(field)));
            } else if (word == SourceSays.Word.NOTHING) {
                if (untouched && !found) {
                    merge.change(unit, sides.current(), sides.incoming());
                } else {
                    merge.leave(unit, sides.current(), sides.written(), sides.incoming());
                }
            } else if (untouched) {
                merge.change(unit, sides.current(), sides.incoming());
            } else if (settled || conflicts == Conflicts.AUTOTASK_WINS) {
                merge.lost.add(unit.difference(comes, stands));
                merge.change(unit, sides.current(), sides.incoming());
            } else {
                merge.leave(unit, sides.current(), sides.written(), sides.incoming());
                // A record that was linked may differ from the start; that is no edit until somebody changes something.
                if (sides.edited() || !same(last, comes)) {
                    merge.kept.add(unit.difference(comes, stands));
                }
            }
        }
        return merge.done();
    }

    /**
     * A period that would end before it begins, as where a person moved one of its ends and the source the other, stays as it
     * stands: what else comes with the record is none the worse for it.
     *
     * @param periods the field in which each ends, by the one in which it begins
     */
    Merge inOrder(Map<String, String> periods, Sides sides) {
        Set<String> held = periods.entrySet().stream()
                .filter(period -> isAfter(values.path(period.getKey()), values.path(period.getValue())))
                .flatMap(period -> Stream.of(period.getKey(), period.getValue()))
                .collect(Collectors.toSet());
        if (held.isEmpty()) {
            return this;
        }
        Building merge = new Building(found);
        merge.whole = whole;
        merge.lost.addAll(
                lost.stream().filter(each -> !held.contains(each.field())).toList());
        merge.kept.addAll(
                kept.stream().filter(each -> !held.contains(each.field())).toList());
        for (Map.Entry<String, JsonNode> each : values.properties()) {
            String field = each.getKey();
            if (held.contains(field)) {
                merge.hold(new Unit(List.of(field)), sides);
            } else {
                merge.put(field, each.getValue(), written.path(field));
                if (before.has(field)) {
                    merge.before.set(field, before.path(field));
                }
            }
        }
        merge.changed = !merge.before.isEmpty();
        return merge.done();
    }

    /** Days are written so that their texts are in their order. */
    private static boolean isAfter(JsonNode begin, JsonNode end) {
        return begin.isString() && end.isString() && begin.stringValue().compareTo(end.stringValue()) > 0;
    }

    /**
     * Fills what is empty, and what is settled at the source, and takes today's values of the source as the ones to compare with later.
     *
     * @param adopted whether an earlier import wrote the record, so that what is alike is the import's own
     */
    static Merge fillingGaps(Sides sides, boolean adopted) {
        JsonNode current = sides.current();
        JsonNode incoming = sides.incoming();
        Building merge = new Building(Set.of());
        for (Unit unit : Unit.all(sides)) {
            JsonNode stands = unit.of(current);
            JsonNode comes = unit.of(incoming);
            boolean settled = sides.settles(unit) && !same(stands, comes);
            if (!empty(comes) && (empty(stands) || settled)) {
                merge.change(unit, current, incoming);
            } else {
                merge.leave(unit, current, incoming, incoming);
                if (!empty(stands) && !(adopted && same(stands, comes))) {
                    unit.fields().stream()
                            .filter(field -> !empty(current.path(field)))
                            .forEach(merge.found::add);
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

    static boolean empty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isString() && value.stringValue().isBlank())
                || (value.isContainer() && value.isEmpty());
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

        void leave(Unit unit, JsonNode stands, JsonNode last, JsonNode comes) {
            for (String field : unit.fields()) {
                put(field, stands.path(field), last.path(field));
                whole &= same(stands.path(field), comes.path(field));
            }
        }

        /** Leaves what stands, and says so where the source has something else. */
        void hold(Unit unit, Sides sides) {
            leave(unit, sides.current(), sides.written(), sides.incoming());
            JsonNode stands = unit.of(sides.current());
            JsonNode comes = unit.of(sides.incoming());
            if (!same(stands, comes)) {
                kept.add(unit.difference(comes, stands));
            }
            unit.fields().stream().filter(sides.found()::contains).forEach(found::add);
        }

        void change(Unit unit, JsonNode stands, JsonNode comes) {
            for (String field : unit.fields()) {
                put(field, comes.path(field), comes.path(field));
                if (!same(stands.path(field), comes.path(field))) {
                    JsonNode stood = stands.path(field);
                    before.set(field, stood.isMissingNode() ? JsonNodeFactory.instance.nullNode() : stood);
                }
                found.remove(field);
            }
            changed = true;
        }

        Merge done() {
            return new Merge(
                    values, written, Set.copyOf(found), changed, whole, List.copyOf(kept), List.copyOf(lost), before);
        }
    }
}
