package app.ascent.migration.pipeline;

import app.ascent.migration.pipeline.Merge.Difference;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is decided at once: one field, or several that say one thing between them. */
record Unit(List<String> fields) {

    /** Each field of what comes once; several are decided one by one where they agree on the first, or one is not spoken of. */
    static List<Unit> all(Sides sides) {
        return sides.incoming().propertyNames().stream()
                .map(field -> sides.together().stream()
                        .filter(several -> several.contains(field) && differ(several, sides))
                        .findFirst()
                        .orElse(List.of(field)))
                .distinct()
                .map(Unit::new)
                .toList();
    }

    private static boolean differ(List<String> several, Sides sides) {
        JsonNode stands = sides.current().path(several.getFirst());
        return several.stream().noneMatch(field -> sides.says().of(field, false) == SourceSays.Word.SILENCE)
                && (Merge.empty(stands) || !Merge.same(stands, sides.incoming().path(several.getFirst())));
    }

    /** The value of the field, or those of several that say something, by their names. */
    JsonNode of(JsonNode record) {
        if (fields.size() == 1) {
            return record.path(fields.getFirst());
        }
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        fields.stream()
                .filter(field -> !Merge.empty(record.path(field)))
                .forEach(field -> filled.set(field, record.path(field)));
        return filled;
    }

    SourceSays.Word said(SourceSays says, JsonNode comes) {
        return says.of(fields.getFirst(), Merge.empty(comes));
    }

    /** Of several, as one of them tells that both sides have, or else as each side has it. */
    Difference difference(JsonNode comes, JsonNode stands) {
        if (fields.size() == 1) {
            return new Difference(fields.getFirst(), text(comes), text(stands));
        }
        return fields.stream()
                .filter(field -> stands.has(field) && comes.has(field))
                .findFirst()
                .map(field -> new Difference(field, text(comes.path(field)), text(stands.path(field))))
                .orElseGet(() -> new Difference(
                        Stream.of(stands, comes)
                                .flatMap(each -> each.propertyNames().stream())
                                .findFirst()
                                .orElse(fields.getFirst()),
                        only(comes),
                        only(stands)));
    }

    private static @Nullable String only(JsonNode filled) {
        return filled.valueStream().findFirst().map(Unit::text).orElse(null);
    }

    private static @Nullable String text(JsonNode value) {
        if (Merge.empty(value)) {
            return null;
        }
        if (value.isObject() && value.size() == 1 && value.path("value").isValueNode()) {
            return value.path("value").asString(); // an id of Ascent's
        }
        if (value.isArray()) {
            return texts(value, each -> each.isObject() ? texts(each, Unit::text, " ") : text(each), ", ");
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    /** Of what has several parts, as people who are users or names, all that is said. */
    private static String texts(JsonNode value, Function<JsonNode, @Nullable String> text, String between) {
        return value.valueStream().map(text).filter(Objects::nonNull).collect(Collectors.joining(between));
    }
}
