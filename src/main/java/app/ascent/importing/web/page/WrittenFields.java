package app.ascent.importing.web.page;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.importing.web.page.RecordDetail.Written;
import app.ascent.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    private static final String CLIENT = "client";
    private static final String ACCOUNT_MANAGER = "accountManager";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Texts texts;
    private final RecordTypes types;
    private final Heads heads;

    WrittenFields(Texts texts, RecordTypes types, Heads heads) {
        this.texts = texts;
        this.types = types;
        this.heads = heads;
    }

    /** @param field Autotask's field in question, whose counterparts are marked, empty or not */
    List<Written> of(OrganizationId organization, String entity, @Nullable String written, @Nullable String field) {
        return object(written)
                .map(values -> lines(organization, values, counterparts(entity, field)))
                .orElse(List.of());
    }

    /** The client a contact was written to. */
    Optional<UUID> client(@Nullable String written) {
        return object(written).map(values -> values.get(CLIENT)).flatMap(WrittenFields::id);
    }

    private List<Written> lines(OrganizationId organization, JsonNode values, Set<String> marked) {
        List<Written> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : values.properties()) {
            String name = property.getKey();
            boolean mark = marked.contains(name);
            List<String> text = name.equals(CLIENT) ? List.of() : text(organization, name, property.getValue());
            if (!text.isEmpty()) {
                lines.add(new Written(label(name), text, mark, null));
            } else if (mark && !name.equals(CLIENT)) {
                lines.add(new Written(label(name), List.of(), true, texts.say("value.left-empty")));
            }
        }
        return lines;
    }

    private List<String> text(OrganizationId organization, String name, JsonNode value) {
        if (name.equals(ACCOUNT_MANAGER)) {
            return id(value)
                    .map(user -> List.of(heads.name(organization, new UserId(user))))
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

    /** An id is a text, or an object round one. */
    private static Optional<UUID> id(JsonNode value) {
        JsonNode plain = value.isObject() ? value.path("value") : value;
        try {
            return plain.isString() ? Optional.of(UUID.fromString(plain.stringValue())) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
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
