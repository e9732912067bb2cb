package app.ascent.journey.inbox;

import app.ascent.crm.ClientId;
import app.ascent.crm.Clients;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.journey.Heads;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.inbox.RecordDetail.Written;
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

    private static final String CLIENT = "clientId";
    private static final String ACCOUNT_MANAGER = "accountManagerId";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Texts texts;
    private final RecordTypes types;
    private final Heads heads;
    private final Clients clients;

    WrittenFields(Texts texts, RecordTypes types, Heads heads, Clients clients) {
        this.texts = texts;
        this.types = types;
        this.heads = heads;
        this.clients = clients;
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

    /** The client a contact was written to. */
    Optional<UUID> client(@Nullable String written) {
        return object(written).map(values -> values.get(CLIENT)).flatMap(WrittenFields::id);
    }

    private List<Written> lines(OrganizationId organization, JsonNode values, JsonNode stands, Set<String> marked) {
        List<Written> lines = new ArrayList<>();
        id(stands.path(CLIENT)).ifPresent(client -> lines.add(client(organization, client, marked.contains(CLIENT))));
        for (Map.Entry<String, JsonNode> property : values.properties()) {
            String name = property.getKey();
            if (!name.equals(CLIENT)) {
                line(organization, name, property.getValue(), stands.path(name), marked.contains(name))
                        .ifPresent(lines::add);
            }
        }
        return lines;
    }

    private Optional<Written> line(
            OrganizationId organization, String name, JsonNode written, JsonNode stands, boolean marked) {
        List<String> source = text(organization, name, written);
        List<String> text = stands.isMissingNode() ? source : text(organization, name, stands);
        boolean differs = !text.equals(source);
        if (text.isEmpty() && !differs && !marked) {
            return Optional.empty();
        }
        String remark = differs && !source.isEmpty()
                ? texts.say("value.from-autotask", String.join(", ", source))
                : text.isEmpty() ? texts.say("value.left-empty") : null;
        return Optional.of(new Written(label(name), text, marked, remark, null));
    }

    /** Whose contact it is; a client that was deleted since has no page and no name any more. */
    private Written client(OrganizationId organization, UUID id, boolean marked) {
        return clients.find(organization, new ClientId(id))
                .map(client ->
                        new Written(label(CLIENT), List.of(client.fields().name()), marked, null, "/clients/" + id))
                .orElseGet(() -> new Written(label(CLIENT), List.of(), marked, texts.say("value.deleted"), null));
    }

    private List<String> text(OrganizationId organization, String name, JsonNode value) {
        if (name.equals(ACCOUNT_MANAGER)) {
            return id(value).map(user -> List.of(heads.name(new UserId(user)))).orElse(List.of());
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
