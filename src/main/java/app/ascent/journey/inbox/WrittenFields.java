package app.ascent.journey.inbox;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.importing.AutotaskEntity;
import app.ascent.importing.FieldReferences;
import app.ascent.journey.inbox.RecordDetail.Written;
import app.ascent.record.field.Field;
import app.ascent.record.field.Ids;
import app.ascent.record.page.FieldLabels;
import app.ascent.record.page.FieldValues;
import app.ascent.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an import wrote to a record, as label and value, in the words of its kind. */
@Component
class WrittenFields {

    private final JsonMapper json = JsonMapper.shared();
    private final Texts texts;
    private final FieldLabels labels;
    private final FieldValues shown;
    private final FieldReferences references;

    WrittenFields(Texts texts, FieldLabels labels, FieldValues shown, FieldReferences references) {
        this.texts = texts;
        this.labels = labels;
        this.shown = shown;
        this.references = references;
    }

    /**
     * Records it belongs to come first, as they stand now; then what was written, in its order; then what was left empty.
     *
     * @param written what the import had, or null where nobody edits what it writes, so that none of it is kept
     * @param now the record as it stands in Ascent, or null when it is gone: a value that was kept there differs from the
     *     one the import had for it
     * @param field Autotask's field in question, whose counterparts are marked, empty or not
     */
    List<Written> of(
            OrganizationId organization,
            AutotaskEntity kind,
            @Nullable String written,
            @Nullable Object now,
            @Nullable String field) {
        JsonNode present = now == null ? null : json.valueToTree(now);
        JsonNode values = object(written).orElse(written == null ? present : null);
        if (values == null) {
            return List.of();
        }
        JsonNode stands = present == null ? values : present;
        Set<String> marked = field == null ? Set.of() : kind.written(field);
        Words words = new Words(
                kind,
                references.names(
                        organization,
                        Stream.of(values, stands)
                                .flatMap(node -> fields(kind, node).flatMap(each -> named(kind, each, node)))
                                .toList()),
                shown.of(organization));
        Stream<Written> owners = fields(kind, stands)
                .filter(each -> references.kind(kind, each).isPresent())
                .flatMap(each -> reference(kind, each, stands)
                        .map(id -> owner(
                                kind,
                                each,
                                stands,
                                marked.contains(each.name()),
                                words.names().get(id)))
                        .stream());
        Stream<Written> others = Stream.concat(
                        fields(kind, values), fields(kind, stands).filter(each -> !values.has(each.name())))
                .filter(each -> references.kind(kind, each).isEmpty())
                .flatMap(each -> line(words, each, values, stands, marked.contains(each.name())).stream());
        return Stream.concat(owners, others).toList();
    }

    /** The record it was written to belong to, such as a contact's client. */
    Optional<Owner> owner(AutotaskEntity kind, @Nullable String written, @Nullable Object now) {
        return (written == null && now != null ? Optional.<JsonNode>of(json.valueToTree(now)) : object(written))
                .stream()
                        .flatMap(values -> fields(kind, values).flatMap(field -> owner(kind, field, values).stream()))
                        .findFirst();
    }

    /** How values of one kind are said. */
    private record Words(AutotaskEntity kind, Map<Object, String> names, FieldValues.Shown shown) {}

    /** @param kind what it is, as its type */
    record Owner(String kind, String page) {}

    private Optional<Owner> owner(AutotaskEntity of, Field field, JsonNode values) {
        return reference(of, field, values)
                .flatMap(id -> references.kind(of, field))
                .flatMap(kind -> kind.page(UUID.fromString(plain(values.path(field.name()))))
                        .map(page -> new Owner(kind.type().whole().name(), page)));
    }

    /** @param called null for one that was deleted since: it has no page any more */
    private Written owner(AutotaskEntity kind, Field field, JsonNode now, boolean marked, @Nullable String called) {
        return called == null
                ? new Written(labels.of(kind.fields(), field), List.of(), marked, texts.say("value.deleted"), null)
                : new Written(
                        labels.of(kind.fields(), field),
                        List.of(called),
                        marked,
                        null,
                        owner(kind, field, now).map(Owner::page).orElse(null));
    }

    private Optional<Written> line(Words words, Field field, JsonNode written, JsonNode stands, boolean marked) {
        List<String> source = text(words, field, written);
        List<String> text = stands.has(field.name()) ? text(words, field, stands) : source;
        boolean differs = !text.equals(source);
        if (text.isEmpty() && !differs && !marked) {
            return Optional.empty();
        }
        String remark = differs && !source.isEmpty()
                ? texts.say("value.from-autotask", String.join(", ", source))
                : text.isEmpty() ? texts.say("value.left-empty") : null;
        return Optional.of(new Written(labels.of(words.kind().fields(), field), text, marked, remark, null));
    }

    private List<String> text(Words words, Field field, JsonNode values) {
        JsonNode value = values.path(field.name());
        if (field.isReference()) {
            return reference(words.kind(), field, values)
                    .map(id -> List.of(words.names().getOrDefault(id, texts.say("somebody"))))
                    .orElse(List.of());
        }
        if (value.isArray()) {
            return lines(value.valueStream().map(each -> each.isObject() ? person(words, each) : each.asString()));
        }
        return value.isNull() || value.isMissingNode() || value.isContainer()
                ? List.of()
                : lines(words.shown()
                        .value(words.kind().fields(), field, value.asString())
                        .lines());
    }

    /** One of several people, of whom some are users. */
    private String person(Words words, JsonNode person) {
        Object user = user(person);
        return user == null
                ? person.path("name").asString("")
                : words.names().getOrDefault(user, texts.say("somebody"));
    }

    private static @Nullable Object user(JsonNode person) {
        String id = plain(person.path("userId"));
        return id == null ? null : Ids.parsed(UserId.class, id);
    }

    private static List<String> lines(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank()).toList();
    }

    /** The fields of a kind that are there, in the order in which they are. */
    private static Stream<Field> fields(AutotaskEntity kind, JsonNode values) {
        return values.propertyStream()
                .flatMap(property -> kind.fields().find(property.getKey()).stream())
                .filter(kind::tells);
    }

    /** Whoever and whatever a field points to. */
    private Stream<Object> named(AutotaskEntity kind, Field field, JsonNode values) {
        return field.holdsPeople()
                ? values.path(field.name())
                        .valueStream()
                        .map(WrittenFields::user)
                        .filter(Objects::nonNull)
                : reference(kind, field, values).stream();
    }

    /** The id in a field that points to another record, or to a person. */
    private Optional<Object> reference(AutotaskEntity kind, Field field, JsonNode values) {
        return Optional.ofNullable(references.id(kind, field, plain(values.path(field.name()))));
    }

    /** An id is a text, or an object round one. */
    private static @Nullable String plain(JsonNode value) {
        JsonNode plain = value.isObject() ? value.path("value") : value;
        return plain.isString() ? plain.stringValue() : null;
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
