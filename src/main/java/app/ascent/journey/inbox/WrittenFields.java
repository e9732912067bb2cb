package app.ascent.journey.inbox;

import app.ascent.identity.OrganizationId;
import app.ascent.importing.FieldReferences;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.inbox.RecordDetail.Written;
import app.ascent.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an import wrote to a record, as label and value. Labels come from the bundle, as does which of Ascent's fields one
 * of Autotask's goes to, so that a new entity type needs words alone.
 */
@Component
class WrittenFields {

    private final JsonMapper json = JsonMapper.builder().build();
    private final Texts texts;
    private final RecordTypes types;
    private final FieldReferences references;

    WrittenFields(Texts texts, RecordTypes types, FieldReferences references) {
        this.texts = texts;
        this.types = types;
        this.references = references;
    }

    /**
     * @param now the record as it stands in Ascent, or null when it is gone: a value that was kept there differs from the
     *     one the import had for it
     * @param field Autotask's field in question, whose counterparts are marked, empty or not
     */
    List<Written> of(
            OrganizationId organization,
            String entity,
            @Nullable String written,
            @Nullable Object now,
            @Nullable String field) {
        JsonNode stands = now == null ? null : json.valueToTree(now);
        return object(written)
                .map(values ->
                        lines(organization, values, stands == null ? values : stands, counterparts(entity, field)))
                .orElse(List.of());
    }

    /** The page of the record it was written to belong to, such as a contact's client. */
    Optional<String> owner(@Nullable String written) {
        return object(written).stream()
                .flatMap(values -> values.properties().stream())
                .flatMap(property -> page(property.getKey(), property.getValue()).stream())
                .findFirst();
    }

    /** Records it belongs to come first, as they stand now; the others in the order in which they were written. */
    private List<Written> lines(OrganizationId organization, JsonNode values, JsonNode stands, Set<String> marked) {
        Map<Object, String> names = references.names(
                organization,
                Stream.of(values, stands)
                        .flatMap(node -> node.properties().stream())
                        .flatMap(property -> reference(property.getKey(), property.getValue()).stream())
                        .toList());
        List<Written> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : stands.properties()) {
            String name = property.getKey();
            if (references.kind(name).isPresent()) {
                reference(name, property.getValue())
                        .map(id -> owner(name, property.getValue(), marked.contains(name), names.get(id)))
                        .ifPresent(lines::add);
            }
        }
        for (Map.Entry<String, JsonNode> property : values.properties()) {
            String name = property.getKey();
            if (references.kind(name).isEmpty()) {
                line(name, property.getValue(), stands.path(name), marked.contains(name), names)
                        .ifPresent(lines::add);
            }
        }
        return lines;
    }

    /** @param called null for one that was deleted since: it has no page any more */
    private Written owner(String name, JsonNode now, boolean marked, @Nullable String called) {
        return called == null
                ? new Written(label(name), List.of(), marked, texts.say("value.deleted"), null)
                : new Written(
                        label(name),
                        List.of(called),
                        marked,
                        null,
                        page(name, now).orElse(null));
    }

    private Optional<Written> line(
            String name, JsonNode written, JsonNode stands, boolean marked, Map<Object, String> names) {
        List<String> source = text(name, written, names);
        List<String> text = stands.isMissingNode() ? source : text(name, stands, names);
        boolean differs = !text.equals(source);
        if (text.isEmpty() && !differs && !marked) {
            return Optional.empty();
        }
        String remark = differs && !source.isEmpty()
                ? texts.say("value.from-autotask", String.join(", ", source))
                : text.isEmpty() ? texts.say("value.left-empty") : null;
        return Optional.of(new Written(label(name), text, marked, remark, null));
    }

    private List<String> text(String name, JsonNode value, Map<Object, String> names) {
        if (references.has(name)) {
            return reference(name, value)
                    .map(id -> List.of(names.getOrDefault(id, texts.say("somebody"))))
                    .orElse(List.of());
        }
        if (value.isArray()) {
            return value.valueStream()
                    .map(JsonNode::asString)
                    .filter(line -> !line.isBlank())
                    .toList();
        }
        if (value.isBoolean()) {
            return List.of(texts.say(value.booleanValue() ? "yes" : "no"));
        }
        if (value.isNull() || value.isContainer()) {
            return List.of();
        }
        return types.value(value.asString())
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The id in a field that points to another record, or to a person. */
    private Optional<Object> reference(String name, JsonNode value) {
        return text(value).map(text -> references.id(name, text));
    }

    private Optional<String> page(String name, JsonNode value) {
        return reference(name, value)
                .flatMap(id -> text(value))
                .flatMap(id -> references.kind(name).map(kind -> kind.page(UUID.fromString(id))));
    }

    /** An id is a text, or an object round one. */
    private static Optional<String> text(JsonNode value) {
        JsonNode plain = value.isObject() ? value.path("value") : value;
        return plain.isString() ? Optional.of(plain.stringValue()) : Optional.empty();
    }

    private Set<String> counterparts(String entity, @Nullable String field) {
        return field == null
                ? Set.of()
                : Set.of(texts.sayOr("writes." + entity + "." + field, field).split(","));
    }

    private String label(String name) {
        return texts.sayOr("field." + name, name);
    }

    private Optional<JsonNode> object(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readTree(written)).filter(JsonNode::isObject);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
